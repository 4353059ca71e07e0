import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { WebSocketServer } from "ws";

/** Realtime reads the changes of the database again after so many milliseconds; longer where there were none. */
const readAgainMs = 100;
const idleMs = 500;

/** A badge that counts each row it is sent, as the hook of most guides does. `paints`: when each count was painted. */
const html = `<!doctype html><title>peer</title><b id="badge"></b><script>
  window.paints = {};
  window.subscribe = (unread) => new Promise((resolve) => {
    const socket = new WebSocket("ws://" + location.host);
    socket.onopen = resolve;
    socket.onmessage = ({ data }) => {
      JSON.parse(data);
      unread += 1;
      const count = unread;
      document.getElementById("badge").textContent = count;
      requestAnimationFrame(() => (window.paints[count] ??= performance.timeOrigin + performance.now()));
    };
  });
</script>`;

/**
 * What `postgres_changes` does, which the local Realtime does not serve: reads the person's new notifications at the
 * intervals of the service and sends each row to a page. It asks nobody whether the reader may see it, which the service
 * does for each reader and row. Runs `work` with the address of the page.
 */
export async function withChangesPeer<T>(
  databaseUrl: string,
  userId: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const db = new pg.Client(databaseUrl);
  await db.connect();
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(html),
  );
  const sockets = new WebSocketServer({ server });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port }: AddressInfo = addressOf(server.address());
  let wanted = true;
  const reading = readChanges(
    db,
    userId,
    () => wanted,
    (row) => sockets.clients.forEach((socket) => socket.send(row)),
  );
  try {
    return await work(`http://127.0.0.1:${port}/`);
  } finally {
    wanted = false;
    await reading;
    for (const socket of sockets.clients) socket.terminate();
    server.close();
    await db.end();
  }
}

async function readChanges(
  db: pg.Client,
  userId: string,
  goesOn: () => boolean,
  send: (row: string) => void,
) {
  const newest = "select coalesce(max(seq), 0)::integer as seq from public.notifications where user_id = $1";
  let { seq } = (await db.query(newest, [userId])).rows[0];
  while (goesOn()) {
    const { rows } = await db.query(
      `select n.seq::integer as seq, to_jsonb(n)::text as row from public.notifications n
       where n.user_id = $1 and n.seq > $2 order by n.seq`,
      [userId, seq],
    );
    for (const found of rows) {
      seq = found.seq;
      send(found.row);
    }
    await delay(rows.length > 0 ? readAgainMs : idleMs);
  }
}

function addressOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("a server that listens has a port");
  return address;
}
