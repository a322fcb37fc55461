#!/bin/sh
# Starts the server from this checkout, setting up everything it needs first; arguments go to `partsbench serve`.
#
#   scripts/serve.sh --port 5001 --seed
set -eu
root="$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")"
. "$root/scripts/lib/environment.sh"

prepare_environment run
# exec, so that Ctrl-C and SIGTERM reach the server itself.
exec "$root/.venv/bin/partsbench" serve "$@"
