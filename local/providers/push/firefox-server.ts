import { randomUUID } from "node:crypto";
import { createServer as createPlainServer } from "node:http";
import { createServer, type Server } from "node:https";
import { WebSocketServer, type WebSocket } from "ws";
import { HOST } from "../../ports";
import { bodyOf, listen, listener } from "../http";
import { judgeAuthorization } from "./authorization";
import { createCertificate } from "./certificate";
import { judgeRequest } from "./push-message";

export type FirefoxPushServer = Readonly<{
  /** For Firefox's `dom.push.serverURL`. */
  socketUrl: string;
  /** The host of the endpoints, for PUSH_HOSTS. */
  host: string;
  certificate: string;
  /** Ends all subscriptions: Firefox is told nothing, and its endpoints answer 410. */
  endAll(): void;
  stop(): Promise<void>;
}>;

type Channel = Readonly<{ socket: WebSocket; channelID: string; key: string | null }>;

/**
 * A push service that Firefox itself subscribes at: Mozilla's protocol (autopush: hello, register, notification, ack)
 * on a socket for the browser, RFC 8030 over https for the product. It hands messages on as they are; the browser
 * decrypts them.
 */
export async function startFirefoxPushServer(): Promise<FirefoxPushServer> {
  const { key, certificate } = createCertificate();
  const channels = new Map<string, Channel>();
  let origin = "";
  const https: Server = createServer(
    { key, cert: certificate },
    listener(async (request) => {
      const body = await bodyOf(request);
      const channel = channels.get(/^\/push\/([\w-]+)$/.exec(request.url ?? "")?.[1] ?? "");
      if (!channel) return { status: 410, body: "" };
      const expected = { origin, key: channel.key, now: Date.now() };
      const refused =
        (await judgeAuthorization(request.headers.authorization, expected)) ??
        judgeRequest(request.headers, body);
      if (refused) return { status: refused.status, body: refused.text };
      tell(channel.socket, {
        messageType: "notification",
        channelID: channel.channelID,
        version: randomUUID(),
        data: body.toString("base64url"),
        headers: { encoding: "aes128gcm" },
      });
      return { status: 201, body: "" };
    }),
  );
  const plain = createPlainServer();
  const sockets = new WebSocketServer({ server: plain, handleProtocols: () => "push-notification" });
  sockets.on("connection", (socket) => {
    socket.on("error", () => undefined);
    socket.on("message", (data) => {
      const answer = answerTo(JSON.parse(String(data)), socket, channels, origin);
      if (answer) tell(socket, answer);
    });
  });
  const [forProduct, forBrowser] = [await listen(https, 0), await listen(plain, 0)];
  const host = `${HOST}:${forProduct.port}`;
  origin = `https://${host}`;
  return {
    socketUrl: `ws://${HOST}:${forBrowser.port}/`,
    host,
    certificate,
    endAll: () => channels.clear(),
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      await Promise.all([forProduct.stop(), forBrowser.stop()]);
    },
  };
}

const tell = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message));

type Said = Readonly<{ messageType?: string; channelID?: string; key?: string; uaid?: string }>;

function answerTo(
  said: Said,
  socket: WebSocket,
  channels: Map<string, Channel>,
  origin: string,
): object | null {
  const { messageType, channelID = "", key = null, uaid } = said;
  switch (messageType) {
    case "hello":
      return { messageType, uaid: uaid || randomUUID().replaceAll("-", ""), status: 200, use_webpush: true };
    case "register": {
      const id = randomUUID();
      // Firefox pads its base64url, the sender does not.
      channels.set(id, { socket, channelID, key: key?.replace(/=+$/, "") ?? null });
      return { messageType, channelID, status: 200, pushEndpoint: `${origin}/push/${id}` };
    }
    case "unregister":
      for (const [id, channel] of channels) if (channel.channelID === channelID) channels.delete(id);
      return { messageType, channelID, status: 200 };
    case undefined:
      return {};
    default:
      // "ack", "nack" and "broadcast_subscribe" want no answer.
      return null;
  }
}
