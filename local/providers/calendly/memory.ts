import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { State } from "./state";

/**
 * Remembers in a file what the stand-in holds, as the data of the copy is kept: a second run must not find that all
 * consents were taken back. Reads it now; the answer writes it.
 */
export function keepMemory(state: State, file: string): () => void {
  const { users, types, events, invitees, grants, subscriptions, deliveries } = state;
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, "utf8"));
    for (const user of kept.users) users.set(user.email, user);
    types.push(...kept.types);
    events.push(...kept.events.map((one: object) => ({ joinUrl: null, ...one })));
    invitees.push(...kept.invitees);
    grants.push(...kept.grants.map((one: object) => ({ used: [], ...one })));
    subscriptions.push(...kept.subscriptions);
    deliveries.push(...(kept.deliveries ?? []));
  }
  return () => {
    const held = { users: [...users.values()], types, events, invitees, grants, subscriptions, deliveries };
    writeFileSync(file, JSON.stringify(held), { mode: 0o600 });
  };
}
