#!/bin/sh
# Builds a Debian package of the server from a checkout that is built, with Debian's own tools:
#
#   npm ci && npm run build && packages/server/debian/build.sh [FOLDER]      default: dist
#
# DEBFULLNAME and DEBEMAIL say who maintains it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
mkdir -p "${1:-dist}"
to=$(cd "${1:-dist}" && pwd)
version=$(node -p "require('$root/packages/server/package.json').version")
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"
umask 022

# One date for all files: the same commit gives the same package.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

program=$stage/usr/share/nafida-server
"$root/packages/server/release/lay-out.sh" "$program"
install -D -m 755 "$here/nafida-server" "$stage/usr/bin/nafida-server"
install -D -m 600 "$here/server.env" "$stage/etc/nafida/server.env"
install -D -m 644 "$here/nafida-server.sysusers" "$stage/usr/lib/sysusers.d/nafida-server.conf"
install -D -m 644 "$here/nafida-server.tmpfiles" "$stage/usr/lib/tmpfiles.d/nafida-server.conf"
install -D -m 644 "$here/copyright" "$stage/usr/share/doc/nafida-server/copyright"
cp -R "$root/docs/samples" "$stage/usr/share/doc/nafida-server/examples"
install -d "$stage/usr/lib/systemd/system"
# Its first line says how a checkout installs it.
sed -e 1d -e 's#/srv/nafida/#/usr/share/nafida-server/#g' "$here/../systemd/nafida-server.service" \
  > "$stage/usr/lib/systemd/system/nafida-server.service"
chmod -R u=rwX,go=rX "$program"

install -d "$stage/DEBIAN"
install -m 755 "$here/postinst" "$here/prerm" "$here/postrm" "$stage/DEBIAN"
echo /etc/nafida/server.env > "$stage/DEBIAN/conffiles"
size=$(du -k -s --apparent-size "$stage" | cut -f 1)
sed -e "s/@VERSION@/$version/" -e "s/@SIZE@/$size/" \
  -e "s/@MAINTAINER@/${DEBFULLNAME:-Nafida} <${DEBEMAIL:-root@localhost}>/" "$here/control" > "$stage/DEBIAN/control"
dpkg-deb --root-owner-group --build "$stage" "$to"
