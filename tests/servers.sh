# The servers that some tests start, and what reads a square code as a phone does.
# Debian's are installed if that can be done.
missing=
for name in nginx caddy apache2 zbarimg; do
  PATH="$PATH:/usr/sbin" command -v "$name" >/dev/null || missing="$missing $name"
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  # Installed, not started: a test starts its own, on a port of its own.
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod +x /usr/sbin/policy-rc.d
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  fi
  packages=$(echo "$missing" | sed 's/nginx/nginx-light/; s/zbarimg/zbar-tools/')
  apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages \
    >/dev/null && exit 0
fi
echo "Install$missing (on Debian: apt-get install nginx-light caddy apache2 zbar-tools)." >&2
exit 1
