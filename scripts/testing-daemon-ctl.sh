#!/bin/sh
# Runs the server in test mode (FLASK_ENV=testing) in the background, for the suites of other programs.
#
#   scripts/testing-daemon-ctl.sh start   --name web --port 5001
#   scripts/testing-daemon-ctl.sh status  --name web --port 5001
#   scripts/testing-daemon-ctl.sh restart --name web --port 5001
#   scripts/testing-daemon-ctl.sh stop    --name web --port 5001
#
# start returns when the server is ready and prints its address, PID and log file. --name and --port say which
# server is meant; each pair has a private folder for its PID, log and database under
# ${XDG_RUNTIME_DIR:-${TMPDIR:-/tmp}}/partsbench-testing-$UID. --help lists the other options.
#
# Exit codes
#   start, restart  0 it runs and is ready, also when it did before
#                   1 it ended or was not ready in time (the end of its log is shown, nothing stays behind)
#   stop            0 it ended by itself, or was not running
#                   1 it had to be killed
#   status          0 running and ready
#                   1 not running, but its PID file is still there (the PID may be another program's by now)
#                   3 not running
#                   4 running, but not ready
#   every command   2 wrong arguments
set -eu
root="$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")"
. "$root/scripts/lib/environment.sh"

python="$root/.venv/bin/python"
for argument; do
  case "$argument" in
    start | restart) prepare_environment run ;;
  esac
done
# To ask after a server, or to end it, any Python will do.
[ -x "$python" ] || python="$(sh "$root/scripts/lib/find-python.sh")"
exec "$python" -I "$root/scripts/lib/testing_daemon.py" "$@"
