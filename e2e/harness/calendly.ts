import { z } from "zod";
import { addresses } from "./addresses";

/** What leads do on Calendly's own pages, and what Calendly holds. */
async function control(name: string, given: unknown = {}): Promise<unknown> {
  const answer = await fetch(`${addresses.calendly}/control/${name}`, {
    method: "POST",
    body: JSON.stringify(given),
  });
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}`);
  return answer.json();
}

const booked = z.object({ invitee: z.string() });
const held = z.object({
  grants: z.array(z.object({ user: z.string(), access: z.string(), refresh: z.string().nullable() })),
  subscriptions: z.array(z.object({ user: z.string(), url: z.string() })),
});

export const calendly = {
  book: async (given: { host: string; email: string; name: string; start: string }) =>
    booked.parse(await control("book", given)).invitee,
  move: async (invitee: string, start: string) =>
    booked.parse(await control("move", { invitee, start })).invitee,
  cancel: (invitee: string) => control("cancel", { invitee }),
  /** The tokens of all grants, and the addresses that are told. */
  held: async () => {
    const { grants, subscriptions } = held.parse(await control("state"));
    return {
      tokens: grants.flatMap(({ access, refresh }) => [access, refresh ?? []].flat()),
      urls: subscriptions.map(({ url }) => url),
    };
  },
};
