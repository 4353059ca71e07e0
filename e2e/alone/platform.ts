import { HOST } from "../../local/ports";
import { addresses } from "../harness/addresses";

const control = `http://${HOST}:${addresses.ports.control}`;

/** Faults of the world, done to the running platform: the app is told nothing. */
export type PlatformControl = {
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Ends every open Realtime socket and lets none in, as a proxy or a sleeping laptop does. */
  cutSockets(): Promise<void>;
  allowSockets(): Promise<void>;
  /** Each answer of the REST API takes ten seconds. */
  slowRest(): Promise<void>;
  /** The gateway answers 500 in place of the REST API. */
  failRest(): Promise<void>;
  mendRest(): Promise<void>;
  /** The same in place of Auth: nobody can sign in, and no sign-in be renewed. */
  failAuth(): Promise<void>;
  mendAuth(): Promise<void>;
};

async function post(path: string) {
  const answer = await fetch(`${control}${path}`, { method: "POST" });
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
  slowRest: () => post("/rest/slow"),
  failRest: () => post("/rest/fail"),
  mendRest: () => post("/rest/mend"),
  failAuth: () => post("/auth/fail"),
  mendAuth: () => post("/auth/mend"),
};
