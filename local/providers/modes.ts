/** How a message differs from one that a service would send: in its signature, in the clock that it names, in the rest. */
export const signatureModes = [
  "normal",
  "duplicate",
  "badSignature",
  "wrongKey",
  "missingSignature",
  "tamperedBody",
] as const;
export const clockModes = ["staleTimestamp", "futureTimestamp"] as const;
/** `slowReceiver`: the message arrives, and its answer comes too late. */
export const deliveryModes = ["unicodeBody", "bigBody", "slowReceiver"] as const;

/** The letters of `unicodeBody`: of several scripts, one and two units long. */
export const someLetters = "Zoë é😀 דנה دانا";
/** What fills a `bigBody`: more than any service sends. */
export const tooMuch = () => "x".repeat(3 * 1_024 * 1_024);

/** What the signature of a message says about its time, `seconds` off where the mode is one of the clock. */
export const secondsAway = (mode: string, seconds: number): number =>
  mode === "staleTimestamp" ? -seconds : mode === "futureTimestamp" ? seconds : 0;
