#!/bin/sh
# Checks everything that is made from the OpenAPI document, and the document itself; what `tox -e spec` runs.
#
# It takes the Python that PARTSBENCH_PYTHON names, otherwise the first one on the PATH that has the packages of
# requirements-dev.lock.
set -eu
root="$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")"
. "$root/scripts/lib/node.sh"
prepare_node
cd -- "$root"
PARTSBENCH_PYTHON="${PARTSBENCH_PYTHON:-$(command -v python || command -v python3)}"
export PARTSBENCH_PYTHON

failed=0
step() {
  echo "== $*"
  "$@" || failed=1
}
step "$PARTSBENCH_PYTHON" scripts/check_document.py
step "$PARTSBENCH_PYTHON" scripts/generate_docs.py --check
step npm run --silent check:fresh -w @partsbench/client
step npm run --silent build -w @partsbench/client
step npm run --silent build -w @partsbench/playwright
step npm run --silent check:types --workspaces --if-present
step npm run --silent check:fresh -w @partsbench/page
step npm run --silent check:second-generator -w @partsbench/client
step npm run --silent test -w @partsbench/client
step "$PARTSBENCH_PYTHON" -m pytest -q tests/spec
exit "$failed"
