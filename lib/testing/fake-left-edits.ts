import type { LeftEdits } from "@/lib/settings/outbox/left-edits";
import type { Edit } from "@/lib/settings/outbox/runner";

/** What the pages of one browser leave for the next. */
export function fakeLeftEdits() {
  const left = new Map<string, { userId: string; edits: Edit[] }>();
  return {
    left,
    leave(userId: string, edits: readonly Edit[]) {
      if (edits.length > 0) left.set(`${left.size}`, structuredClone({ userId, edits: [...edits] }));
    },
    list: (userId: string) =>
      [...left].flatMap(([key, each]) => (each.userId === userId ? [{ key, edits: each.edits }] : [])),
    drop: (keys: readonly string[]) => keys.forEach((key) => left.delete(key)),
  } satisfies LeftEdits & { left: unknown; leave: unknown };
}
