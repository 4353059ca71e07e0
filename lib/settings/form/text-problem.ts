import type { Control } from "@/lib/settings/fields";
import { isStorableText } from "@/lib/settings/storable-text";

type TextControl = Extract<Control, { kind: "text" }>;

/** The message under `settings.form.problems` that says why a field does not take a text; null where it does. */
export function textProblem({ maxLength, pattern, problem }: Omit<TextControl, "kind">, text: string) {
  if (text.length > maxLength) return "tooLong";
  if (!isStorableText(text)) return "characters";
  return pattern && !pattern.test(text) ? (problem ?? "invalid") : null;
}

/** What the sentence of a broken pattern names, held together in a line of either direction; empty where it names nothing. */
export function culpritOf({ culprit }: Pick<TextControl, "culprit">, text: string): string {
  const [part] = culprit?.exec(text) ?? [];
  return part === undefined ? "" : `\u2066${part}\u2069`;
}
