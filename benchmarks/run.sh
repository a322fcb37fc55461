#!/bin/sh
# Measures partsbench beside what people would use instead and writes benchmarks/RESULTS.md.
#
#   benchmarks/run.sh                  everything, about half an hour
#   benchmarks/run.sh --quick          a rough picture in under two minutes, once the environments are there
#   benchmarks/run.sh --only growth    one section (requests, start, growth, profile, validation, reset, streams)
#
# wrk makes the load where it is installed (Debian: apt install wrk), otherwise a client of our own.
set -eu
here="$(dirname -- "$(readlink -f -- "$0")")"
root="$(dirname -- "$here")"
environments="$here/.venv"
python="$(sh "$root/scripts/lib/find-python.sh")"

prepare() { # name, lock file
  if ! cmp -s "$here/$2" "$environments/$1/installed.lock"; then
    "$python" -m venv --clear "$environments/$1"
    "$environments/$1/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$here/$2"
    cp "$here/$2" "$environments/$1/installed.lock"
  fi
}

prepare main requirements.lock
prepare connexion3 requirements-connexion3.lock

# What is measured is the wheel, installed as a person would install it.
rm -rf "$environments/wheel"
"$environments/main/bin/python" -m build --wheel --no-isolation --outdir "$environments/wheel" "$root" >"$environments/build.log"
wheel="$(ls "$environments"/wheel/*.whl)"
"$environments/main/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall "$wheel"

cd "$root"
PYTHONPATH="$root:$root/tests" exec "$environments/main/bin/python" -m benchmarks.run \
  --connexion3 "$environments/connexion3/bin/python" --wheel "$wheel" "$@"
