# Sourced by the scripts beside this folder, with $root set to the checkout: prepares its .venv.

prepare_environment() { # run|dev
  if [ -x "$root/.venv/bin/python" ] &&
    "$root/.venv/bin/python" -I "$root/scripts/lib/environment.py" --check "$1" 2>/dev/null; then
    return 0
  fi
  bootstrap="$(sh "$root/scripts/lib/find-python.sh")" || return 1
  "$bootstrap" -I "$root/scripts/lib/environment.py" "$1"
}
