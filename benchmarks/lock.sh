#!/bin/sh
# Writes the benchmarks' lock files anew, with partsbench's own packages at the versions it is locked to.
# Arguments go to the resolver, for instance --upgrade-package fastapi. Needs uv.
set -eu
cd -- "$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")"

compile() {
  UV_CUSTOM_COMPILE_COMMAND=benchmarks/lock.sh uv pip compile --quiet --universal --python-version 3.11 \
    --generate-hashes --no-emit-index-url --no-emit-find-links "$@"
}

compile pyproject.toml benchmarks/requirements.in --constraint requirements.lock \
  --output-file benchmarks/requirements.lock "$@"
compile benchmarks/requirements-connexion3.in --output-file benchmarks/requirements-connexion3.lock "$@"
