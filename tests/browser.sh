# The browser that some tests drive. Debian's is installed if that can be done.
for name in chromium chromium-browser google-chrome chrome; do
  command -v "$name" >/dev/null && exit 0
done
[ -n "$CHROMIUM" ] && [ -x "$CHROMIUM" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && apt-get install -y -qq chromium >/dev/null && exit 0
fi
echo "Install Chromium (on Debian: apt-get install chromium), or name it in CHROMIUM." >&2
exit 1
