import { createServer } from "node:http";
import { HOST } from "./ports";
import type { Fault, FaultyService } from "./supabase/faults";

/** Faults of the platform, for tests. The app is not told of them. */
export type PlatformControl = Readonly<{
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Breaks every open Realtime socket. */
  cutSockets(): void;
  /** While refusing, no Realtime socket can be opened. */
  refuseSockets(refuse: boolean): void;
  /** While broken, REST or Auth answers late or with a 500. */
  breakService(service: FaultyService, fault: Fault): void;
  mendService(service: FaultyService): void;
}>;

/** Serves `control` over HTTP for tests in other processes: POST to one of the paths below. */
export async function serveControl(
  control: PlatformControl,
  port: number,
): Promise<{ stop(): Promise<void> }> {
  const actions = new Map<string, () => Promise<void> | void>([
    ["/database/stop", control.stopDatabase],
    ["/database/start", control.startDatabase],
    ["/sockets/cut", control.cutSockets],
    ["/sockets/refuse", () => control.refuseSockets(true)],
    ["/sockets/allow", () => control.refuseSockets(false)],
    ["/rest/slow", () => control.breakService("rest", "slow")],
    ["/rest/fail", () => control.breakService("rest", "failing")],
    ["/rest/mend", () => control.mendService("rest")],
    ["/auth/fail", () => control.breakService("auth", "failing")],
    ["/auth/mend", () => control.mendService("auth")],
  ]);
  const server = createServer((request, response) => {
    const action = request.method === "POST" ? actions.get(request.url ?? "") : undefined;
    const answer = (status: number, text: string) => response.writeHead(status).end(text);
    if (!action) return void answer(404, `POST one of: ${[...actions.keys()].join(", ")}`);
    Promise.resolve(action()).then(
      () => answer(204, ""),
      (error: unknown) => answer(500, String(error)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { stop };
}
