#!/bin/sh
# Prints the path of a Python that can build the project's environment, or says what is missing and fails.
#
# Each candidate is run and not only looked up: version managers put names on PATH that refuse to run, and
# Debian's python3 comes without venv until python3-venv is installed.
set -eu

for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
  path="$(command -v "$name" 2>/dev/null)" || continue
  if "$path" -I -c 'import sys; sys.version_info >= (3, 11) or sys.exit(1); import ensurepip, venv' \
    >/dev/null 2>&1; then
    printf '%s\n' "$path"
    exit 0
  fi
done

cat >&2 <<'SENTENCE'
partsbench needs Python 3.11 or newer with its venv module, and none was found on PATH.
Install it (Debian and Ubuntu: apt install python3 python3-venv) and run this command again.
SENTENCE
exit 1
