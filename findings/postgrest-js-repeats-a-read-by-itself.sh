#!/bin/sh
# Guess: one `await client.from("leads").select()` is one request; whoever wants it repeated says so.
# Behaviour: postgrest-js repeats each GET and HEAD three times by itself, after 1, 2 and 4 seconds, when the request
#   fails or is given up by a timeout of the fetch it was handed, and when the answer is 503 or 520. POST, and so `rpc`, is
#   sent once. `.retry(false)` on a query and `retry: false` on PostgrestClient turn it off; createClient of supabase-js
#   has no option for it.
# Versions: @supabase/postgrest-js 2.109.0, Node 20.
# Who meets it: a page that limits each request by a timeout, and then waits for four of them and seven seconds more. This
#   product turns it off where it makes its clients (lib/supabase/ask-once.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "finding", "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @supabase/postgrest-js@2.109.0

cat > ask.js <<'JS'
import { createServer } from "node:http";
import { PostgrestClient } from "@supabase/postgrest-js";

let requests = 0;
const server = createServer((request, response) => {
  requests += 1;
  if (request.url.startsWith("/busy")) response.writeHead(503).end("{}");
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const limited = (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(500) });
const client = new PostgrestClient(`http://127.0.0.1:${server.address().port}`, { fetch: limited });

async function count(query) {
  requests = 0;
  const begun = Date.now();
  await query;
  return `${requests} requests in ${Math.floor((Date.now() - begun) / 1000)} s`;
}
console.log("busy:", await count(client.from("busy").select()));
console.log("silent:", await count(client.from("silent").select()));
console.log("busy, by rpc:", await count(client.rpc("busy")));
console.log("busy, once:", await count(client.from("busy").select().retry(false)));
server.closeAllConnections();
server.close();
JS
node ask.js | tee seen
grep -q '^busy: 4 requests in [78] s$' seen && grep -q '^silent: 4 requests in \(9\|10\) s$' seen &&
  grep -q '^busy, by rpc: 1 requests' seen && grep -q '^busy, once: 1 requests' seen ||
  { echo "A read is no longer repeated so: the finding does not hold."; exit 1; }
