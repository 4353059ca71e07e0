import { z } from "zod";
import { addresses } from "./addresses";

const sent = z.array(z.object({ channel: z.string(), to: z.string(), title: z.string(), text: z.string() }));

/** What left the house for `to` by another way than mail, newest first. */
export async function sentTo(to: string) {
  const url = new URL("/api/sent", addresses.mailbox);
  url.searchParams.set("to", to);
  return sent.parse(await (await fetch(url)).json());
}
