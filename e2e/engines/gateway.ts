import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Socket } from "node:net";
import { HOST } from "../../local/ports";
import { addresses } from "../harness/addresses";
import { listener, withListener } from "./listener";

/**
 * What stands between a browser and the app, so that a test needs nothing of an engine to take the network away, to
 * have https, and to hear what the browser complains about: a script at the head of each page tells it, and the
 * Content Security Policy names an address for reports.
 */
export type Gateway = {
  origin: string;
  /** What the browser has complained of since the last call. */
  complaints(): string[];
  /** Cuts all connections and takes no new ones. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Pages at this address are answered late, when the function returned is called. */
  hold(path: RegExp): { release(): void; isHolding(): boolean };
  close(): Promise<void>;
};

export async function openGateway({ secure }: { secure: boolean }): Promise<Gateway> {
  const heard: string[] = [];
  let gate: { path: RegExp; opened: Promise<void>; waiting: number } | null = null;
  const sockets = new Set<Socket>();

  const answer: RequestListener = async (request, response) => {
    const path = new URL(request.url ?? "/", "http://any").pathname;
    if (path === listener.path || path === listener.reports) {
      heard.push(await textOf(request));
      return void response.writeHead(204).end();
    }
    const isPage = request.headers["sec-fetch-mode"] === "navigate";
    if (gate && isPage && gate.path.test(path)) {
      gate.waiting += 1;
      await gate.opened;
    }
    forward(request, response);
  };
  const server = secure ? https.createServer(certificate(), answer) : http.createServer(answer);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => void server.listen(port, HOST, () => resolve()));
  async function cut() {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }
  await listen(0);
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `${secure ? "https" : "http"}://localhost:${port}`,
    complaints: () => heard.splice(0),
    cut,
    mend: () => listen(port),
    hold(path) {
      let release = () => {};
      const opened = new Promise<void>((resolve) => (release = resolve));
      const made = { path, opened, waiting: 0 };
      gate = made;
      return { release, isHolding: () => made.waiting > 0 };
    },
    close: async () => void (server.listening && (await cut())),
  };
}

function forward(request: IncomingMessage, response: ServerResponse) {
  const headers = { ...request.headers, "accept-encoding": "identity" };
  const { port } = new URL(addresses.app);
  const asked = http.request(
    { host: HOST, port, path: request.url, method: request.method, headers },
    (answer) => withListener(answer, response),
  );
  asked.on("error", () => response.destroy());
  response.on("close", () => asked.destroy());
  request.pipe(asked);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of request) chunks.push(String(chunk));
  return chunks.join("");
}

/** A certificate that nobody has signed: the browsers of these tests are told to take it. */
function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "ovenai-certificate-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const kind = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"];
  execFileSync("openssl", ["req", ...kind, "-keyout", key, "-out", cert, ...names], { stdio: "ignore" });
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
}
