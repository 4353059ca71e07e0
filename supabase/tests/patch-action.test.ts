import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { patchSettings } from "@/app/actions/settings";
import { requestsAtOnce } from "@/lib/settings/wire";
import { createActionGround, type ActionGround } from "./action-ground";
import { settingsInputs } from "./settings-inputs";
import { storedRows } from "./stored-rows";

vi.mock("next/headers", async () => (await import("./request-cookies")).nextHeaders);

let ground: ActionGround;
beforeAll(async () => {
  ground = await createActionGround();
});
afterAll(() => ground.stop());

/** A request of each section, all of one person. */
async function ofEachSection() {
  const prepared = [];
  for (const [name, listed] of Object.entries(settingsInputs))
    if (name.startsWith("patchSettings")) prepared.push(await listed.prepare(ground));
  const userId = prepared.at(-1)?.caller;
  return prepared.map(({ input }) => ({ ...input, userId }));
}
const refused = (code: string) => ({ ok: false, error: { code } });
const stored = () => storedRows(ground.database.pool);

describe("the action that saves settings", () => {
  it("stores what several sections have changed in one call, and answers each in its place", async () => {
    const requests = await ofEachSection();
    const answers = await patchSettings(requests);
    expect(answers).toMatchObject(requests.map(() => ({ ok: true, value: { version: 1 } })));
    expect(await patchSettings(requests), "the same again").toEqual(answers);
  });

  it("refuses one for itself: those before and after it are stored", async () => {
    const [first, second, third] = await ofEachSection();
    const answers = await patchSettings([first, { ...second, userId: randomUUID() }, "nothing", third]);
    expect(answers).toMatchObject([{ ok: true }, refused("wrong_user"), refused("invalid"), { ok: true }]);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a sentence", "all of them"],
    ["one that is in no list", {}],
    ["what only looks like a list", { length: 1, 0: {} }],
  ])("answers invalid, once, to %s, and changes nothing", async (_, requests) => {
    const before = await stored();
    expect(await patchSettings(requests)).toEqual([refused("invalid")]);
    expect(await stored()).toEqual(before);
  });

  it("takes no longer list than a device sends", async () => {
    const [request] = await ofEachSection();
    const many = (count: number) => Array.from({ length: count }, () => ({ ...request, opId: randomUUID() }));
    const before = await stored();
    expect(await patchSettings(many(requestsAtOnce + 1))).toEqual([refused("invalid")]);
    expect(await stored()).toEqual(before);
    expect(await patchSettings(many(requestsAtOnce))).toHaveLength(requestsAtOnce);
  });
});
