import { createHmac } from "node:crypto";
import { clockModes, deliveryModes, secondsAway, signatureModes, someLetters, tooMuch } from "../modes";
import { post, type Limit } from "./posting";

/** `shutReceiver`: lets nobody in, so that the message does not arrive. `lost`: nobody is told at all. */
export const modes = [...signatureModes, ...clockModes, ...deliveryModes, "shutReceiver", "lost"] as const;
export type Mode = (typeof modes)[number];

export type Message = Readonly<{
  url: string;
  key: string;
  body: string;
  /** Unix milliseconds, which the signature names. */
  at: number;
  mode: Mode;
}>;

/** Sends a message signed as Calendly signs; answers the status, null where none came in time. */
export async function send({ url, key, body, at, mode }: Message, limit: Limit): Promise<number | null> {
  const seconds = Math.floor(at / 1_000) + secondsAway(mode, 4 * 60);
  const signed = createHmac("sha256", mode === "wrongKey" ? "another" : key).update(`${seconds}.${body}`);
  const hex = mode === "badSignature" ? "0".repeat(64) : signed.digest("hex");
  const signature = { "calendly-webhook-signature": `t=${seconds},v1=${hex}` };
  const headers = { "content-type": "application/json", ...(mode !== "missingSignature" && signature) };
  const sent = mode === "tamperedBody" ? `${body} ` : body;
  const status = await post({ url, headers, body: sent, isShut: mode === "shutReceiver" }, limit);
  return mode === "slowReceiver" ? null : status;
}

/** What an invitee answered to the questions of the event type, which is all of a message that they write themselves. */
export const answersOf = (mode: Mode): object =>
  mode === "unicodeBody"
    ? { name: someLetters, questions_and_answers: [{ question: "?", answer: someLetters, position: 0 }] }
    : mode === "bigBody"
      ? { questions_and_answers: [{ question: "?", answer: tooMuch(), position: 0 }] }
      : {};
