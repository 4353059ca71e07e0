import { conversations } from "./kinds/conversations";
import type { Kind, Told } from "./kinds/kind";
import { leadNews } from "./kinds/lead-news";
import { meetings } from "./kinds/meetings";
import { platform } from "./kinds/platform";
import type { Notification } from "./notification";

export type { Kind, Told } from "./kinds/kind";

/**
 * Every kind of notification, declared once. A row carries its kind and the facts in `params`; a kind says which message
 * tells them. Whoever makes one names a kind and its params, and the generated `private.notification_text()` and
 * `private.kind_rules()` say the rest.
 */
export const kinds: ReadonlyMap<string, Kind> = new Map([
  ...leadNews,
  ...conversations,
  ...meetings,
  ...platform,
]);

/** Null where this build does not know the kind or its facts: the row's English text is shown instead. */
export function tell(row: Notification): Told | null {
  const { kind } = row.params;
  return typeof kind === "string" ? (kinds.get(kind)?.tell(row.params) ?? null) : null;
}
