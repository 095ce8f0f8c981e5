#!/bin/sh
# Builds the container image of the server from what is committed, with podman, buildah or docker:
#
#   packages/server/container/build.sh [NAME]      default: nafida-server
#
# NODE_IMAGE and BASE_IMAGE in the environment stand in for the images that the Containerfile begins with.
set -eu
root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
name=${1:-nafida-server}

for tool in podman buildah docker; do
  command -v "$tool" >/dev/null && break
  tool=
done
if [ -z "$tool" ]; then
  echo "Install podman, buildah or docker: one of them builds the image." >&2
  exit 1
fi

context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT
git -C "$root" archive HEAD | tar -x -C "$context"

set -- --tag "$name" --file "$context/packages/server/container/Containerfile"
[ -z "${NODE_IMAGE:-}" ] || set -- "$@" --build-arg "NODE_IMAGE=$NODE_IMAGE"
[ -z "${BASE_IMAGE:-}" ] || set -- "$@" --build-arg "BASE_IMAGE=$BASE_IMAGE"
# The health check is no part of the OCI format.
[ "$tool" = docker ] || set -- --format docker "$@"
"$tool" build "$@" "$context"
