import { withoutInvisibleMarks } from "@/lib/vocabulary/invisible-marks";

/** The words of carriers and of Twilio, which obeys them by itself, and those of Hebrew and Arabic, which it does not. */
const stopWords = new Set([
  ...["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"],
  ...["הסר", "הסירו", "עצור", "עצרו", "די"],
  ...["إلغاء", "الغاء", "توقف", "قف", "إيقاف", "ايقاف"],
]);
const startWords = new Set(["START", "YES", "UNSTOP", "התחל", "התחילו", "ابدأ", "ابدا"]);

/**
 * What a message from a phone asks for, where it is one of the words and nothing else: "stop calling me at home" is
 * written to a person, not to us.
 */
export function wishOf(text: string): "stop" | "start" | null {
  const word = withoutInvisibleMarks(text)
    .replace(/[\s.!"'׳״-]/g, "")
    .toUpperCase();
  if (stopWords.has(word)) return "stop";
  return startWords.has(word) ? "start" : null;
}
