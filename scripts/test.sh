#!/bin/sh
# Runs every check of the project, setting up everything it needs first.
#
#   scripts/test.sh                 all of them
#   scripts/test.sh lint types      some of them; tox.ini says what each one is
#   scripts/test.sh py -- -k boxes  what follows -- goes to pytest
#
# The tests start a PostgreSQL server of their own: the one that is installed, otherwise one out of the lock file.
set -eu
root="$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")"
. "$root/scripts/lib/environment.sh"
. "$root/scripts/lib/node.sh"

names=""
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  names="${names:+$names,}$1"
  shift
done

# Set up what the checks need, or say what is missing and stop.
prepare_environment dev
case ",${names:-spec,e2e}," in *,spec,* | *,e2e,*) prepare_node ;; esac
case ",${names:-spec,e2e}," in *,e2e,*) find_chromium ;; esac

# The checks test the project as it comes, not as this terminal happens to configure it.
for variable in DATABASE_URL HOST PORT FLASK_ENV CORS_ORIGINS LOG_LEVEL PYTHONPATH PYTHONHOME; do
  unset "$variable"
done

cd -- "$root"
exec .venv/bin/tox run --current-env ${names:+-e "$names"} "$@" </dev/null
