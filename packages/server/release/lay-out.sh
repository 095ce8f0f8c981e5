#!/bin/sh
# Lays out what runs, from a checkout that is built: the server with the packages that it needs, in the versions of the
# lock file, and the script for pages.
#
#   packages/server/release/lay-out.sh FOLDER
set -eu
root=$(cd "$(dirname "$0")/../../.." && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)

cd "$root"
cp --parents LICENSE package.json package-lock.json packages/*/package.json examples/*/package.json "$folder"
(
  cd "$folder"
  npm ci --no-progress --no-audit --no-fund --ignore-scripts --omit=dev --workspace=@nafida/server
  find packages -mindepth 1 -maxdepth 1 ! -name contract ! -name territory ! -name server -exec rm -r {} +
  rm -r examples package-lock.json
  # Links to packages that the server does not need.
  find node_modules -xtype l -delete
)
cp -R --parents packages/contract/dist packages/territory/dist packages/territory/data \
  packages/territory/DATA-LICENSE.md packages/server/bin packages/server/dist \
  packages/embed/dist/nafida packages/embed/dist/nafida[.-]* "$folder"
find "$folder/packages" -path '*/dist/*' \
  \( -name '*.map' -o -name '*.d.ts' -o -name '*.test.*' -o -name '*.tsbuildinfo' \) -delete
