import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import pg from "pg";
import { WebSocketServer } from "ws";
import { askDatabase } from "./authorization";
import { serveConnection } from "./connection";
import { forgetOldMessages, readAnnounced } from "./announced-messages";
import { createRooms } from "./rooms";
import { type Caller, readToken } from "./token";

export type RealtimeOptions = Readonly<{
  /** Connection string of a superuser. */
  databaseUrl: string;
  jwtSecret: string;
  /** Default: 5000, as on the real server. */
  joinErrorDelayMs?: number;
}>;

export type Realtime = Readonly<{
  /** Serves `/realtime/v1/websocket` on this HTTP server. */
  attach(server: Server): void;
  /** Call with the payload of each notification of a row added to `realtime.messages`. */
  announce(payload: string): void;
  /** Breaks every open connection, like a failing network. */
  cutSockets(): void;
  /** While true, new connections are refused. */
  refuseSockets(refuse: boolean): void;
  close(): Promise<void>;
}>;

const PATH = "/realtime/v1/websocket";
const MAX_FRAME_BYTES = 5_000_000;

/** A Realtime server for the unchanged Supabase client: broadcasts from clients and from the database. */
export async function startRealtime(options: RealtimeOptions): Promise<Realtime> {
  const { databaseUrl, jwtSecret, joinErrorDelayMs = 5_000 } = options;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 4,
    connectionTimeoutMillis: 2_000,
    application_name: "realtime",
  });
  // The pool replaces a broken connection; without both listeners its error would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  await forgetOldMessages(pool);
  const rooms = createRooms();
  const services = { authorization: askDatabase(pool), rooms, jwtSecret, joinErrorDelayMs };
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const announce = readAnnounced(pool, ({ topic, isPrivate, broadcast }) =>
    rooms.broadcast({ topic, isPrivate }, broadcast),
  );
  let refusing = false;
  const cutSockets = () => sockets.clients.forEach((socket) => socket.terminate());

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname !== PATH) return turnAway(socket, 404, "Not found");
    if (refusing) return turnAway(socket, 503, "Service unavailable");
    const caller = await keyHolderOf(request, url, jwtSecret);
    if (typeof caller === "string") return turnAway(socket, 401, caller);
    const version = url.searchParams.get("vsn")?.startsWith("2.") ? 2 : 1;
    sockets.handleUpgrade(request, socket, head, (open) => serveConnection(open, version, caller, services));
  };

  return {
    attach: (server) => void server.on("upgrade", (...args) => void upgrade(...args)),
    announce,
    cutSockets,
    refuseSockets: (refuse) => void (refusing = refuse),
    async close() {
      cutSockets();
      sockets.close();
      await pool.end();
    },
  };
}

/** The caller of the connection's key, or the reason of the refusal. */
async function keyHolderOf(request: IncomingMessage, url: URL, jwtSecret: string): Promise<Caller | string> {
  const header = request.headers["x-api-key"];
  const key = (typeof header === "string" ? header : null) ?? url.searchParams.get("apikey");
  if (!key) return "Missing API key";
  const reading = await readToken(key, jwtSecret);
  return reading.ok ? reading.caller : reading.reason;
}

function turnAway(socket: Duplex, status: number, error: string): void {
  const reasons: Record<number, string> = {
    401: "Unauthorized",
    404: "Not Found",
    503: "Service Unavailable",
  };
  const body = JSON.stringify({ error });
  const head = `HTTP/1.1 ${status} ${reasons[status]}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`;
  socket.end(head + body);
}
