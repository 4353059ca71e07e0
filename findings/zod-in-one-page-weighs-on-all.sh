#!/bin/sh
# Guess: a page that imports zod/mini carries the same code whatever the other pages of the app import.
# Behaviour: in a production build of Next with Turbopack, one client component anywhere that imports all of zod
#   (`import { z } from "zod"`) makes the shared core of zod keep every schema class, so that each page that uses
#   zod/mini carries them, too. Unused exports are removed once for the app, not page by page.
# Versions: next 16.4.6, react 19.3.1, zod 4.6.7, Node 20.
# Who meets it: an app that validates in the browser with zod/mini on its common pages and with zod in one form. This
#   product writes whatever a browser may load with zod/mini (lib/account/credentials.ts, lib/audit/filter.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p app/light app/form
cat > package.json <<'JSON'
{ "name": "finding", "private": true, "type": "module" }
JSON
npm install --silent --no-audit --no-fund next@16.4.6 react@19.3.1 react-dom@19.3.1 zod@4.6.7

cat > next.config.mjs <<'JS'
export default {};
JS
cat > app/layout.jsx <<'JS'
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
JS
cat > app/light/page.jsx <<'JS'
"use client";
import * as z from "zod/mini";
const name = z.string().check(z.maxLength(80));
export default function Page() {
  return <p>{String(z.safeParse(name, "Ann").success)}</p>;
}
JS
form() {
  cat > app/form/page.jsx <<JS
"use client";
import $1 from "$2";
const mail = $3;
export default function Page() {
  return <p>{String(z.safeParse(mail, "ann@example.com").success)}</p>;
}
JS
}

# The gzipped bytes of the JavaScript that /light waits for.
weigh() {
  NEXT_TELEMETRY_DISABLED=1 npx next build > build.log 2>&1 || { cat build.log; exit 1; }
  node --input-type=module -e '
    import { readFileSync } from "node:fs";
    import { gzipSync } from "node:zlib";
    const stats = JSON.parse(readFileSync(".next/diagnostics/route-bundle-stats.json", "utf8"));
    const { firstLoadChunkPaths } = stats.find(({ route }) => route === "/light");
    console.log(firstLoadChunkPaths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0));
  '
  rm -rf .next
}

form '* as z' zod/mini 'z.email()'
alone=$(weigh)
form '{ z }' zod 'z.email()'
beside=$(weigh)

echo "/light beside a form of zod/mini: $alone bytes; beside a form of zod: $beside bytes"
[ "$((beside - alone))" -gt 4000 ] || { echo "The page no longer grows: the finding does not hold."; exit 1; }
