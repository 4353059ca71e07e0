import { createServer, type Socket } from "node:net";
import { HOST } from "../ports";

/** A server that takes connections and says nothing. `heard`: somebody has connected. */
export async function startSilence() {
  const sockets = new Set<Socket>();
  let hear: () => void = () => undefined;
  const heard = new Promise<void>((resolve) => (hear = resolve));
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    hear();
  });
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { host: `${HOST}:${port}`, heard, stop };
}
