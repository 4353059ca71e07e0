import type { ExternalToast } from "sonner";

/** As much of sonner as is used. */
type Voice = ((text: string, options?: ExternalToast) => unknown) & { error: (text: string) => unknown };

type Say = (voice: Voice) => void;

let voice: Voice | null = null;
const waiting: Say[] = [];

/** Whoever shows toasts is there now: what was said before is said to them. */
export function giveVoice(toast: Voice): void {
  voice = toast;
  for (const say of waiting.splice(0)) say(toast);
}

/** Their code comes when the page stands. What is said before waits. */
const say = (what: Say) => (voice ? what(voice) : void waiting.push(what));

export const toast = (text: string, options?: ExternalToast): void => say((show) => void show(text, options));
export const toastError = (text: string): void => say((show) => void show.error(text));
