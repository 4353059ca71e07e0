import { expect } from "@playwright/test";
import { z } from "zod";
import { addresses } from "./addresses";

const mails = z.array(z.object({ links: z.array(z.string()) }));

/** The link of the newest mail from Auth to `email`, once it has arrived; what the product tells by mail is not meant. */
export async function readMailLink(email: string): Promise<string> {
  const newest = async () => {
    const answer = await fetch(`${addresses.mailbox}/api/messages?to=${encodeURIComponent(email)}`);
    const links = mails.parse(await answer.json()).flatMap((mail) => mail.links);
    return links.find((link) => /callback/.test(link)) ?? "";
  };
  await expect.poll(newest, { message: `a mail to ${email}` }).not.toBe("");
  return newest();
}

const whole = z.array(
  z.object({ from: z.string(), subject: z.string(), text: z.string().nullable(), raw: z.string() }),
);

/** The mails that arrived for `email`, newest first. */
export async function mailsTo(email: string) {
  const answer = await fetch(`${addresses.mailbox}/api/messages?to=${encodeURIComponent(email)}`);
  return whole.parse(await answer.json());
}
