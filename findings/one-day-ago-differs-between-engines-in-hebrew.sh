#!/bin/sh
# Guess: "1 day ago" is ordinary grammar, so that Intl.RelativeTimeFormat says it alike in every engine of the last years: what
#   a server wrote with it a browser takes over.
# Behaviour: its words are the CLDR's, and change with its releases. In Hebrew one day ago and two hours ago are said otherwise
#   with CLDR 44 than with CLDR 48, which also repeats the number in brackets; Arabic is the same in both. A page that React
#   takes over then has another text than the server's, though language, time zone and instant are the same.
# Versions: Node 18.20.8 (ICU 74.2, CLDR 44.1) and Node 22.23.3 (ICU 78.3, CLDR 48), as the npm package node. WebKitGTK 2.50
#   with ICU 72 says what Node 18 says.
# Who meets it: whoever draws "how long ago" on a server for readers of Hebrew, with Intl or a library over it. Here every
#   Hebrew page with a day in it was drawn twice in WebKit; the words are the product's own now (docs/decisions/123).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > say.js <<'JS'
const say = (language, count, unit) =>
  new Intl.RelativeTimeFormat(`${language}-u-nu-latn`).format(-count, unit);
console.log([say("he", 1, "day"), say("he", 2, "hour"), say("ar", 1, "day")].join(" | "));
JS
said_by() {
  mkdir "$1"
  echo '{ "name": "finding", "private": true }' > "$1/package.json"
  npm install --silent --no-audit --no-fund --prefix "$1" "node@$1" >&2
  "$1/node_modules/node/bin/node" say.js
}
older=$(said_by 18.20.8)
newer=$(said_by 22.23.3)
printf '%s\n' "Node 18.20.8: $older" "Node 22.23.3: $newer"
test "$older" = "לפני יום 1 | לפני שעתיים | قبل يوم واحد" && test "$newer" = "לפני יום אחד (1) | לפני שעתיים (2) | قبل يوم واحد" ||
  { echo "The words are others now: the finding does not hold as it stands."; exit 1; }
