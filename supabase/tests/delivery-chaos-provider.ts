import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/**
 * What a worker of the campaign posts: the process and the lease that send, the key of the message, whose it is, what is
 * in it, and when the database was asked whether it may be sent.
 */
const posted = z.object({
  worker: z.number(),
  lease: z.string(),
  key: z.string(),
  person: z.string(),
  address: z.string(),
  titles: z.array(z.string()),
  askedAt: z.string(),
});
export type Posted = z.infer<typeof posted>;
/** `at`: milliseconds of this process's clock. */
type Request = Posted & { at: number };

/** How the provider fares: `well` with seldom faults or none (`perfect`), `down` for everybody, or `silent`: it answers nobody. */
type Mood = "well" | "perfect" | "down" | "silent";

/**
 * A provider that takes a key: a message whose key it knows is answered like the first time and has no second effect. It
 * fails before and after the effect, answers after the client gave up, asks for patience, and talks nonsense.
 */
export async function startChaosProvider(random: () => number, slowMs: number) {
  const effects = new Map<string, Posted>();
  const requests: Request[] = [];
  let mood: Mood = "well";
  const answer = (response: ServerResponse, status: number, body: string) =>
    response.writeHead(status, { "content-type": "application/json", "retry-after": "1" }).end(body);
  const take = (message: Posted) => {
    requests.push({ ...message, at: performance.now() });
    if (mood === "silent") return null;
    const chance = mood === "perfect" ? 1 : random();
    if (mood === "down" || chance < 0.03) return { status: 503, body: "{}", afterMs: 0 };
    if (chance < 0.05) return { status: 429, body: "{}", afterMs: 0 };
    if (!effects.has(message.key)) effects.set(message.key, message);
    if (chance < 0.07) return { status: 500, body: "{}", afterMs: 0 };
    if (chance < 0.08) return { status: 200, body: "<html>", afterMs: 0 };
    const body = JSON.stringify({ id: message.key });
    return { status: 200, body, afterMs: chance < 0.1 ? slowMs : 0 };
  };
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => (text += String(chunk)));
    request.on("end", () => {
      const said = take(posted.parse(JSON.parse(text)));
      // Nobody waits for what is answered late.
      if (said) setTimeout(() => answer(response, said.status, said.body), said.afterMs).unref();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a server that listens has a port");
  const { port }: AddressInfo = address;
  return {
    url: `http://127.0.0.1:${port}`,
    effects,
    requests,
    feels(next: Mood) {
      mood = next;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
export type ChaosProvider = Awaited<ReturnType<typeof startChaosProvider>>;
