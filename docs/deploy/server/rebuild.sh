#!/bin/sh
# Keeps a site on the machine that serves it: fetches what was written, and builds where that is new, where something has
# fallen due, and once in 30 days, which renews security.txt. Run it often, as the user who owns the clone:
#   */10 * * * * /srv/association/docs/deploy/server/rebuild.sh
# A build exchanges the old site for the new one in one step, so visitors never meet half of it.
set -eu
cd "$(dirname "$0")/../../.."
mkdir -p .masthead
exec 9> .masthead/rebuild.lock
flock --nonblock 9 || exit 0

git pull --quiet --ff-only
commit=$(git rev-parse HEAD)
built=.masthead/rebuilt # names the commit of the last build, and is as old as that
if [ -e $built ] && [ "$(cat $built)" = "$commit" ] && [ -z "$(find $built -mtime +30)" ]; then
  status=0
  .venv/bin/masthead due --since "$(date --reference=$built +%F)" > .masthead/due || status=$?
  [ $status -ne 3 ] || exit 0
  [ $status -eq 0 ] || exit $status
fi
make --silent site
echo "$commit" > $built
