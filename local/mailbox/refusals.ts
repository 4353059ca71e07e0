/** When a mail server refuses: at the name of the recipient, or when it has read the whole mail. */
type Refusal = Readonly<{ at: "recipient" | "content"; code: number; text: string }>;

const always: Readonly<Record<string, Refusal>> = {
  bounce: { at: "recipient", code: 550, text: "5.1.1 No such mailbox" },
  busy: { at: "recipient", code: 421, text: "4.3.2 Closing the connection, try again later" },
  full: { at: "recipient", code: 452, text: "4.2.2 The mailbox is full" },
  large: { at: "content", code: 552, text: "5.3.4 The message is too large" },
  policy: { at: "content", code: 550, text: "5.7.26 The sender is not authenticated" },
  spam: { at: "content", code: 554, text: "5.7.1 The message looks like spam" },
};

const unknownYet: Refusal = { at: "recipient", code: 451, text: "4.7.1 Greylisted, try again in a minute" };

/**
 * What real servers say, by the name before the @ of the recipient: `bounce`, `busy`, `full`, `large`, `policy`,
 * `spam`, and `greylist`, which is refused once. The part after a plus is free: `bounce+1@example.com`.
 */
export function createRefusals() {
  const seen = new Set<string>();
  return (recipient: string, at: Refusal["at"]): (Error & { responseCode: number }) | null => {
    const name = recipient.split(/[@+]/)[0] ?? "";
    const isNew = name === "greylist" && at === "recipient" && !seen.has(recipient);
    seen.add(recipient);
    const refusal = isNew ? unknownYet : Object.hasOwn(always, name) ? always[name] : undefined;
    if (refusal?.at !== at) return null;
    return Object.assign(new Error(refusal.text), { responseCode: refusal.code });
  };
}

const refusing = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

/** A password that begins with `wrong`. */
export const refusedLogin = (password: string | null | undefined) =>
  password?.startsWith("wrong") ? refusing(535, "5.7.8 Bad user name or password") : null;

/** A sender named `forged`: no account here may write in that name. */
export const refusedSender = (address: string) =>
  address.startsWith("forged@") ? refusing(553, "5.7.1 Sender address rejected: not owned by user") : null;
