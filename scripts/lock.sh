#!/bin/sh
# Writes the lock files anew from pyproject.toml; arguments go to the resolver.
#
#   scripts/lock.sh                          keep the pins that still fit, add what is missing
#   scripts/lock.sh --upgrade                take the newest of everything
#   scripts/lock.sh --upgrade-package flask  take the newest of one package
#
# requirements-dev.lock    everything: run, test, lint, build
# requirements.lock        what a server needs, a part of the above with the same versions
# requirements-build.lock  what an editable installation needs, likewise
#
# The files hold for every system and every Python from 3.11 on, and name no package index, so that each
# installation takes its packages from whatever index pip is configured with and the hashes decide.
set -eu
cd -- "$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")"

python="$(sh scripts/lib/find-python.sh)"
uv="$(command -v uv || true)"
if [ -z "$uv" ]; then
  tools="$(mktemp -d)"
  trap 'rm -rf "$tools"' EXIT
  "$python" -m venv "$tools"
  "$tools/bin/python" -m pip install --quiet "uv>=0.13,<1"
  uv="$tools/bin/uv"
fi

compile() {
  UV_CUSTOM_COMPILE_COMMAND=scripts/lock.sh "$uv" pip compile --quiet --universal --python-version 3.11 \
    --generate-hashes --no-emit-index-url --no-emit-find-links "$@"
}

compile pyproject.toml --group dev --output-file requirements-dev.lock "$@"
compile pyproject.toml --constraint requirements-dev.lock --output-file requirements.lock
compile --group build --constraint requirements-dev.lock --output-file requirements-build.lock
