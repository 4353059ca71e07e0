import { createServer } from "node:net";
import { refusal } from "./refusal";

/** Every server binds to the loopback address: the local platform's keys and passwords are public. */
export const HOST = "127.0.0.1";

export type Ports = Readonly<{
  app: number;
  api: number;
  database: number;
  mailbox: number;
  smtp: number;
  control: number;
  twilio: number;
  graph: number;
  calendly: number;
  slack: number;
  receiver: number;
}>;

/** The ports of one copy are its base port and the ten after it, so that two copies can run side by side. */
export function portsFrom(base: number): Ports {
  return {
    app: base,
    api: base + 1,
    database: base + 2,
    mailbox: base + 3,
    smtp: base + 4,
    control: base + 5,
    twilio: base + 6,
    graph: base + 7,
    calendly: base + 8,
    slack: base + 9,
    receiver: base + 10,
  };
}

/** Reads the base port from `PORT`; 3000 when it is not set. Throws a refusal for anything but a usable port. */
export function basePort(value: string | undefined): number {
  if (value === undefined || value === "") return 3000;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1024 && port <= 65525) return port;
  throw refusal(`PORT must be a whole number from 1024 to 65525, not "${value}".`);
}

/** Throws a refusal naming the port and its use when another program listens on it. */
export function assertPortFree(port: number, use: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (cause) => {
      const message = `Port ${port}, needed for ${use}, is taken by another program: stop it, or start this copy with another PORT.`;
      reject(refusal(message, cause));
    });
    probe.listen(port, HOST, () => probe.close(() => resolve()));
  });
}

/** A port that nothing listened on a moment ago, for tests. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, HOST, () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("the operating system assigned no port"));
      });
    });
  });
}
