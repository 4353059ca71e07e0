import { expect, it, vi } from "vitest";
import { answered, faulty } from "@/lib/integrations/contract/duties";
import type { Asked } from "@/lib/provider-request";
import { graphApi } from "./graph";
import { reconcile } from "./reconcile";

const app = {
  ...{ appId: "1", appSecret: "s", apiUrl: "https://graph.test", dialogUrl: "https://d.test" },
  ...{ version: "v25.0", signupId: null, ownNumberId: null },
};
const reply = (status: number, body: unknown): Asked => ({
  ...{ answered: true, status, headers: new Headers(), body },
});
const history = (wamid: string, ...steps: string[]) =>
  reply(200, {
    data: [{ message_id: wamid, events: { data: steps.map((delivery_status) => ({ delivery_status })) } }],
  });
const error = (code: number) => reply(400, { error: { code } });

/** Asks Meta about messages, with an answer for each; answers what was worked in, and of which was asked. */
async function asked(answers: Record<string, Asked>) {
  const about: string[] = [];
  const ask = async (url: string) => {
    const wamid = new URL(url).searchParams.get("message_id") ?? "";
    about.push(wamid);
    return answers[wamid] ?? reply(500, null);
  };
  const workIn = vi.fn((_connection: string, told: readonly object[]) =>
    Promise.resolve(told.map(() => "status")),
  );
  const token = async () => answered("t");
  const fault = await reconcile({
    api: graphApi({ app, ask, now: () => 0 }, { token, renewed: token }),
    store: { untold: () => Promise.resolve(Object.keys(answers)), workIn },
    connectionId: "connection",
    number: "106",
  });
  return { fault, about, told: workIn.mock.calls.flatMap(([, told]) => told) };
}
const status = (wamid: string, word: string) => ({
  what: "status",
  id: null,
  wamid,
  status: word,
  code: null,
});

it("of what became of a message the furthest step counts, in whatever order Meta lists them", async () => {
  const { fault, told } = await asked({
    one: history("one", "SENT", "READ", "DELIVERED"),
    two: history("two", "SENT"),
  });
  expect([fault, told]).toEqual([null, [status("one", "read"), status("two", "sent")]]);
});

it("nothing is told of a message without a history, of another's, or of a step that is not known", async () => {
  const { told } = await asked({
    none: history("none"),
    another: history("somebody's", "READ"),
    strange: history("strange", "PONDERED"),
  });
  expect(told).toEqual([]);
});

it("a message that is gone at Meta is passed over; a fault of the account ends the asking, and keeps what was heard", async () => {
  const { fault, about, told } = await asked({
    gone: error(100),
    heard: history("heard", "DELIVERED"),
    stopped: error(4),
    never: history("never", "READ"),
  });
  expect(fault).toEqual(faulty("limit", 60));
  expect(about).toEqual(["gone", "heard", "stopped"]);
  expect(told).toEqual([status("heard", "delivered")]);
});
