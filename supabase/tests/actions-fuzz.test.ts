import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { FailureCode } from "@/lib/result";
import type { JsonObject } from "@/lib/settings/json";
import { root } from "@/scripts/root";
import { createActionGround, ofOthers, type ActionGround, type ActionInput } from "./action-ground";
import { actionInputs } from "./action-inputs";
import { hostileStrings } from "./hostile-strings";
import { whatComesAfter } from "./request-cookies";
import { spoiled, stringPaths, withString } from "./spoiled";
import { rowsChanged, storedRows, tableOf } from "./stored-rows";

vi.mock("next/headers", async () => (await import("./request-cookies")).nextHeaders);
vi.mock("next/cache", async () => (await import("./request-cookies")).nextCache);
vi.mock("next/server", async () => (await import("./request-cookies")).nextServer);

const full = process.env.CAMPAIGN_RUNS;
const runs = full ? { numRuns: Number(full) } : { numRuns: 25, seed: 2026 };

let ground: ActionGround;
beforeAll(async () => {
  ground = await createActionGround();
});
afterAll(() => ground.stop());

type Action = (input: unknown) => Promise<unknown>;
const answer = z.object({ ok: z.boolean() });
const takingNone = ["signOut", "renderAnew"];
/** They ask a provider, which this ground has none of, with the service's rights: delivery, calendly, mail and apps in e2e have them. */
const askingProviders = [
  "sendVerificationCode",
  "sendTrialMessage",
  "beginConnection",
  "connectAccountByKey",
  "connectMail",
  "sendTestMail",
  "replyByMail",
  "syncConnection",
  "retryConnectionEvents",
  "changeSigningSecret",
  "disconnectAccount",
  "replyToLead",
  "shareWhatsappNumber",
  "connectProjectApp",
  "chooseProjectKinds",
  "tryProjectApp",
  "changeProjectAppSecret",
  "disconnectProjectApp",
  "registerWhatsappNumber",
];

async function loadActions(): Promise<Map<string, Action>> {
  const files = (await readdir(join(root, "app/actions"))).map((file) => file.replace(/\.ts$/, ""));
  const modules = await Promise.all(files.map((file) => import(`../../app/actions/${file}.ts`)));
  return new Map(modules.flatMap((module): [string, Action][] => Object.entries(module)));
}
/** What answers one input. */
async function actionOf({ action: name, takesList }: ActionInput): Promise<Action> {
  const action = (await loadActions()).get(name);
  if (!action) throw new Error(`no ${name}`);
  return async (input) => {
    const answered = takesList
      ? z.tuple([answer.loose()]).parse(await action([input]))[0]
      : await action(input);
    await whatComesAfter();
    return answered;
  };
}
/** What a person saw may have been of any build. */
const isFree = (path: readonly string[]) => path.join(".").startsWith("base.");
const stored = () => storedRows(ground.database.pool);

/** What only the inside knows. */
const inside =
  /\b(select|insert into|update \w+ set|relation|constraint|violates|syntax error|invalid input syntax|byte sequence|unsupported unicode|pg_|plpgsql|sqlstate)\b|\.(ts|js|sql):\d|node_modules|\n\s+at /i;

/** Of any answer. What was asked for may be in it, as it was written. */
function expectSilent(answered: unknown, asked: string) {
  const text = JSON.stringify(answered).replaceAll(JSON.stringify(asked), "");
  expect(text).not.toMatch(inside);
  if (answer.parse(answered).ok) return;
  expect(text.length).toBeLessThan(400);
  // It would be asked again and again.
  expect(text).not.toContain("unavailable");
}

const refusal = (code: FailureCode) => ({ ok: false, error: { code } });

describe("an action", () => {
  it("is listed here with an input it would take", async () => {
    const listed = new Set([
      ...takingNone,
      ...askingProviders,
      ...Object.values(actionInputs).map(({ action }) => action),
    ]);
    expect([...(await loadActions()).keys()].toSorted()).toEqual([...listed].toSorted());
  });

  it.each(Object.entries(actionInputs))(
    "refuses whatever is not its input, changes nothing, tells nothing of the inside, and takes its input after all that: %s",
    async (_, listed) => {
      const action = await actionOf(listed);
      const { input } = await listed.prepare(ground);
      const before = await stored();
      await fc.assert(
        fc.asyncProperty(spoiled(input, isFree), async (bad) => {
          const answered = await action(bad);
          expect(answer.parse(answered).ok).toBe(false);
          expectSilent(answered, "");
        }),
        runs,
      );
      for (const nothing of [undefined, null, "", 7, [], [input], new FormData(), () => input])
        expect(answer.parse(await action(nothing)).ok).toBe(false);
      expect(await stored()).toEqual(before);

      expect(await action(input)).toMatchObject({ ok: true });
      const { gone, come } = rowsChanged(before, await stored());
      expect([...gone, ...come]).not.toEqual([]);
      expect(listed.writes).toEqual(expect.arrayContaining([...gone, ...come].map(tableOf)));
    },
    600_000,
  );

  it.each(Object.entries(actionInputs))(
    "takes a hostile string for its characters or not at all, and touches nobody else's rows: %s",
    async (_, listed) => {
      const action = await actionOf(listed);
      let ready = await listed.prepare(ground);
      let before = await stored();
      for (const path of stringPaths(ready.input, isFree)) {
        for (const text of hostileStrings) {
          const answered = await action(withString(ready.input, path, text));
          const what = `${path.join(".")}: ${JSON.stringify(text.slice(0, 40))}`;
          expectSilent(answered, text);
          const after = await stored();
          const { gone, come } = rowsChanged(before, after);
          if (!answer.parse(answered).ok) {
            expect([...gone, ...come], what).toEqual([]);
            continue;
          }
          expect(listed.writes, what).toEqual(expect.arrayContaining([...gone, ...come].map(tableOf)));
          expect(
            gone.filter((row) => !row.includes(ready.caller)),
            what,
          ).toEqual([]);
          const isKept = listed.keeps?.some((prefix) => path.join(".").startsWith(prefix));
          if (isKept) expect(come.join("\n"), what).toContain(JSON.stringify(text).slice(1, -1));
          // It was taken: what could be taken once is used up.
          ready = await listed.prepare(ground);
          before = await stored();
        }
      }
    },
    600_000,
  );

  it("reaches nothing of other people, whoever is named, and says which of its rules it is", async () => {
    const { people, foreignProjectId } = ground.world;
    const { foreignLeadId, theirNotifications } = await ofOthers(ground);
    const attempts: [string, JsonObject, object][] = [
      ["patchSettings, dashboard", { userId: people.stranger }, refusal("wrong_user")],
      ["patchSettings, notifications", { userId: people.stranger }, refusal("wrong_user")],
      ["patchSettings, preferences", { userId: people.stranger }, refusal("wrong_user")],
      ["patchSettings, dashboard", { projectId: foreignProjectId }, refusal("forbidden")],
      ["patchSettings, dashboard", { projectId: randomUUID() }, refusal("forbidden")],
      ["saveSessionState", { userId: people.stranger }, refusal("wrong_user")],
      ["markNotificationsRead", { userId: people.exMember }, refusal("wrong_user")],
      ["markNotificationsThrough", { userId: people.exMember }, refusal("wrong_user")],
      // Of these ids none is the caller's: nothing was to be marked.
      ["markNotificationsRead", { ids: theirNotifications }, { ok: true }],
      ["judgeLead", { leadId: foreignLeadId }, refusal("not_found")],
      ["addLeads", { projectId: foreignProjectId }, refusal("not_found")],
      ["takeBackLeads", { projectId: foreignProjectId }, refusal("not_found")],
      ["takeBackJudgement", { leadId: foreignLeadId }, refusal("not_found")],
    ];
    for (const [name, named, expected] of attempts) {
      const listed = actionInputs[name];
      if (!listed) throw new Error(`no ${name}`);
      const { input } = await listed.prepare(ground);
      const before = await stored();
      const answered = await (await actionOf(listed))({ ...input, ...named });
      expect(answered, `${name} ${JSON.stringify(named)}`).toMatchObject(expected);
      expectSilent(answered, "");
      expect(await stored(), name).toEqual(before);
    }
  });
});
