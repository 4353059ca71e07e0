#!/bin/sh
# Guess: `auth.refreshSession({ refresh_token })` on the server client of @supabase/ssr is one request to /token.
# Behaviour: it is two when the session in the cookies has expired, which is when one refreshes. The client loads the stored
#   session first and refreshes it because it has expired, then refreshes once more with the token it was handed: by
#   now a used one. Only Auth's reuse interval (10 s by default) lets the second pass. A server whose `getAll` shows the
#   client no session sends one request.
# Versions: @supabase/ssr 0.12.0, @supabase/supabase-js 2.109.0, Node 20.
# Who meets it: a proxy or middleware that refreshes by itself: twice the refreshes against the limit of its one address,
#   and people signed out where the reuse interval is 0. This product shows the client no session (lib/auth-refresh.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "finding", "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @supabase/ssr@0.12.0 @supabase/supabase-js@2.109.0 ws@8.18.3

cat > refresh.js <<'JS'
import { createServer } from "node:http";
import { createServerClient } from "@supabase/ssr";
import ws from "ws";

const text = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const now = Math.floor(Date.now() / 1000);
const token = (exp) => `${text({ alg: "HS256", typ: "JWT" })}.${text({ sub: "1", exp })}.c2lnbmF0dXJl`;
const session = (exp, refresh_token) => ({
  access_token: token(exp), refresh_token, expires_at: exp, expires_in: exp - now, token_type: "bearer", user: { id: "1" },
});

let spent = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const piece of request) body += piece;
  spent.push(JSON.parse(body).refresh_token);
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(session(now + 3600, "second")));
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

async function refreshWith(cookies) {
  spent = [];
  const client = createServerClient(`http://127.0.0.1:${server.address().port}`, "key", {
    cookieOptions: { name: "auth" },
    cookies: { getAll: () => cookies, setAll: () => undefined },
    realtime: { transport: ws },
  });
  const { error } = await client.auth.refreshSession({ refresh_token: "first" });
  return `${error ? "refused" : "refreshed"}, spent ${spent.join(" and ")}`;
}
console.log("expired cookie:", await refreshWith([{ name: "auth", value: `base64-${text(session(now - 1, "first"))}` }]));
console.log("no cookie:", await refreshWith([]));
server.closeAllConnections();
server.close();
JS
node refresh.js | tee seen
grep -qx 'expired cookie: refreshed, spent first and first' seen && grep -qx 'no cookie: refreshed, spent first' seen ||
  { echo "A refresh is no longer two requests: the finding does not hold."; exit 1; }
