import { z } from "zod";
import { addresses } from "./addresses";

/** What businesses have at Meta, and what leads do on their phones. */
async function control(name: string, given: unknown = {}): Promise<unknown> {
  const answer = await fetch(`${addresses.graph}/control/${name}`, {
    method: "POST",
    body: JSON.stringify(given),
  });
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}`);
  return answer.json();
}

const account = z.object({ accountId: z.string(), numbers: z.array(z.string()), token: z.string() });
const held = z.object({
  accounts: z.array(z.object({ id: z.string(), subscribed: z.boolean() })),
  messages: z.array(z.object({ id: z.string(), to: z.string(), number: z.string() })),
});

export const whatsapp = {
  /** `templates`: so many approved ones, `pageSize` at a time; without it the usual few. `status`: of its number. */
  account: async (given: { name: string; templates?: number; pageSize?: number; status?: string }) =>
    account.parse(await control("account", given)),
  write: (number: string, from: string, body: string) => control("write", { number, from, body }),
  /** A file from a phone; `type`: what it says of itself. */
  sendFile: (
    number: string,
    from: string,
    file: { kind: string; type: string; base64: string; name?: string; caption?: string },
  ) => control("sendFile", { number, from, ...file }),
  forgetFiles: () => control("forgetFiles"),
  report: (id: string, steps: string[]) => control("report", { id, steps }),
  /** A page of templates fails once, after so many others. */
  failPage: (after: number) => control("failPage", { after }),
  held: async () => held.parse(await control("state")),
};
