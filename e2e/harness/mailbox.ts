import { expect } from "@playwright/test";
import { z } from "zod";
import { addresses } from "./addresses";

const mails = z.array(z.object({ links: z.array(z.string()) }));

/** The link of the newest mail to `email`, once it has arrived. */
export async function readMailLink(email: string): Promise<string> {
  const newest = async () => {
    const answer = await fetch(`${addresses.mailbox}/api/messages?to=${encodeURIComponent(email)}`);
    return mails.parse(await answer.json())[0]?.links[0] ?? "";
  };
  await expect.poll(newest, { message: `a mail to ${email}` }).not.toBe("");
  return newest();
}
