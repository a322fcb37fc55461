#!/bin/sh
# Runs the browser suite (tests/e2e/browser) against a server in test mode that it starts and stops itself.
#
#   scripts/e2e.sh                       once
#   scripts/e2e.sh --times 10            ten times in a row, until one run fails
#   scripts/e2e.sh -- types.spec.ts      what follows goes to Playwright
#
# It sets up the Python environment and the npm packages, and says what is missing when it cannot.
set -eu
root="$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")"
. "$root/scripts/lib/environment.sh"
. "$root/scripts/lib/node.sh"

times=1
while [ $# -gt 0 ]; do
  case "$1" in
    --times) times="$2"; shift 2 ;;
    --) shift; break ;;
    *) echo "e2e.sh: unknown argument $1" >&2; exit 2 ;;
  esac
done
case "$times" in '' | *[!0-9]* | 0) echo "e2e.sh: --times takes a number of runs" >&2; exit 2 ;; esac

prepare_environment run
prepare_node
find_chromium

# The suite tests the project as it comes, not as this terminal happens to configure it.
for variable in DATABASE_URL HOST PORT FLASK_ENV CORS_ORIGINS LOG_LEVEL PYTHONPATH PYTHONHOME; do
  unset "$variable"
done
PARTSBENCH_E2E_NAME="$$"
export PARTSBENCH_E2E_NAME

cd -- "$root"
npm run --silent build -w @partsbench/client
npm run --silent build -w @partsbench/playwright
npm run --silent check:types -w @partsbench/e2e-browser
cd tests/e2e/browser
run=1
while [ "$run" -le "$times" ]; do
  [ "$times" -eq 1 ] || echo "Run $run of $times"
  "$root/node_modules/.bin/playwright" test "$@" </dev/null
  run=$((run + 1))
done

# What the documentation shows, as it is printed there. A suite of its own, so that what goes to Playwright leaves it out.
if [ $# -eq 0 ]; then
  echo "The examples of docs/testing-your-frontend.md"
  API_PORT="$("$root/.venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
  export API_PORT PARTSBENCH_CHECKOUT="$root" PATH="$root/.venv/bin:$PATH"
  for section in from-docs/*/; do
    (cd "$section" && "$root/node_modules/.bin/playwright" test --config run.config.ts </dev/null)
  done
fi
