import { addresses } from "./addresses";

/** Faults of the world, done to the running platform: the app is told nothing. */
export type PlatformControl = {
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Ends every open Realtime socket and lets none in, as a proxy or a sleeping laptop does. */
  cutSockets(): Promise<void>;
  allowSockets(): Promise<void>;
};

async function post(path: string) {
  const answer = await fetch(`${addresses.control}${path}`, { method: "POST" });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

export const platformControl: PlatformControl = {
  stopDatabase: () => post("/database/stop"),
  startDatabase: () => post("/database/start"),
  cutSockets: async () => {
    await post("/sockets/refuse");
    await post("/sockets/cut");
  },
  allowSockets: () => post("/sockets/allow"),
};
