import type { IncomingMessage, ServerResponse } from "node:http";

/** Where a page tells what went wrong in it, and where the browser reports what the policy refused. */
export const listener = { path: "/complaints-of-the-test", reports: "/reports-of-the-test" };

/** Runs in every page before all its own scripts. */
function tell(path: string) {
  // The requests of a page that is left end with it, which is nobody's fault.
  let isLeft = false;
  window.addEventListener("beforeunload", () => (isLeft = true));
  window.addEventListener("pageshow", () => (isLeft = false));
  const send = (text: string) => void (isLeft || navigator.sendBeacon(path, `${location.pathname}: ${text}`));
  window.addEventListener("error", (event) => send(`threw ${event.message}`));
  window.addEventListener("unhandledrejection", (event) => send(`rejected ${String(event.reason)}`));
  const { error } = console;
  console.error = (...told) => {
    send(`logged ${told.map(String).join(" ")}`);
    error.apply(console, told);
  };
}

/** Hands an answer of the app on, with the listener in it where it is a page. */
export function withListener(answer: IncomingMessage, response: ServerResponse) {
  const headers = { ...answer.headers };
  const policy = String(headers["content-security-policy"] ?? "");
  if (policy) headers["content-security-policy"] = `${policy}; report-uri ${listener.reports}`;
  const isPage = String(headers["content-type"]).startsWith("text/html");
  if (!isPage) {
    response.writeHead(answer.statusCode ?? 502, headers);
    return void answer.pipe(response);
  }
  delete headers["content-length"];
  response.writeHead(answer.statusCode ?? 502, headers);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  const script = `<script nonce="${nonce}">(${tell})("${listener.path}")</script>`;
  let before = "";
  let isIn = false;
  answer.setEncoding("utf8");
  answer.on("data", (chunk: string) => {
    if (isIn) return void response.write(chunk);
    before += chunk;
    const at = before.indexOf("<head>");
    if (at < 0) return;
    isIn = true;
    response.write(`${before.slice(0, at + 6)}${script}${before.slice(at + 6)}`);
  });
  answer.on("end", () => response.end(isIn ? "" : before));
  answer.on("error", () => response.destroy());
}
