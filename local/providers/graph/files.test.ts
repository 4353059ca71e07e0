import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { startGraph, type Graph } from "./graph";
import { somePicture } from "./picture";

const minute = 60_000;
let graph: Graph;
let now = 1_800_000_000_000;
beforeEach(async () => void (graph = await startGraph({ port: 0, now: () => now })));
afterEach(() => graph.stop());

function business() {
  const account = graph.state.makeAccount("Demo");
  const number = graph.state.newNumber(account).id;
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  return { number, mine: bearer(graph.state.giveToken(account).value), bearer };
}
const idOf = (message: object) => z.object({ image: z.object({ id: z.string() }) }).parse(message).image.id;
const located = z.object({
  url: z.string(),
  mime_type: z.string(),
  sha256: z.string(),
  file_size: z.string(),
});
const at = (path: string) => `${graph.url}/v25.0${path}`;

describe("a file that a lead sent", () => {
  it("is at an address that who has the number's token asks for and fetches, for five minutes", async () => {
    const { number, mine } = business();
    const bytes = somePicture();
    const id = idOf(graph.files.keep(number, { kind: "image", type: "image/png", bytes }));
    const answer = await fetch(at(`/${id}?phone_number_id=${number}`), mine);
    const { url, ...said } = located.parse(await answer.json());
    const sha256 = createHash("sha256").update(bytes).digest("base64");
    expect(said).toEqual({ mime_type: "image/png", sha256, file_size: String(bytes.byteLength) });
    const file = await fetch(url, mine);
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await fetch(url)).status).toBe(401);
    now += 5 * minute;
    expect((await fetch(url, mine)).status).toBe(404);
  });

  it("is nobody else's, no other number's, and nobody's without a token", async () => {
    const { number, mine } = business();
    const { mine: theirs, number: other } = business();
    const id = idOf(graph.files.keep(number, { kind: "image", type: "image/png", bytes: somePicture() }));
    expect((await fetch(at(`/${id}`), theirs)).status).toBe(400);
    expect((await fetch(at(`/${id}?phone_number_id=${other}`), mine)).status).toBe(400);
    expect((await fetch(at(`/${id}`))).status).toBe(401);
    const { url } = located.parse(await (await fetch(at(`/${id}`), mine)).json());
    expect((await fetch(url, theirs)).status).toBe(401);
  });
});
