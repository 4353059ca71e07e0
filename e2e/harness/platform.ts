import { addresses } from "./addresses";

/** Faults of the world, done to the running platform: the app is told nothing. */
export type PlatformControl = {
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Ends every open Realtime socket, as a proxy or a sleeping laptop does. */
  cutSockets(): Promise<void>;
};

async function post(path: string) {
  const answer = await fetch(`${addresses.control}${path}`, { method: "POST" });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

export const platformControl: PlatformControl = {
  stopDatabase: () => post("/database/stop"),
  startDatabase: () => post("/database/start"),
  cutSockets: () => post("/sockets/cut"),
};
