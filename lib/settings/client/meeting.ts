import type { Connection } from "./connection";

/** The connection of a client, which comes after the page: what is asked before is done when it has come, in order. */
export function createMeeting() {
  let connection: Connection | null = null;
  const asked: ((connection: Connection) => void)[] = [];
  return {
    present: () => connection,
    ask<T>(act: (connection: Connection) => T | Promise<T>): Promise<T> {
      if (connection) return Promise.resolve(act(connection));
      return new Promise((resolve) => asked.push((later) => resolve(act(later))));
    },
    come(started: Connection) {
      connection = started;
      for (const act of asked.splice(0)) act(started);
    },
    end() {
      connection?.stop();
      connection = null;
    },
  };
}
