import { dropLeft, leftValues } from "@/lib/device/left-values";
import * as s from "@/lib/schema";
import { isJsonObject, type JsonObject } from "@/lib/settings/json";
import { isSettingsSectionName } from "@/lib/settings/registry";
import { editSources } from "@/lib/settings/wire";
import type { Edit } from "./runner";

/** Edits that pages had shown, and not yet given to the device's database, when they were left. */
export type LeftEdits = {
  /** Oldest first. Each stands where it is until `drop` is called with its key. */
  list(userId: string): { key: string; edits: Edit[] }[];
  drop(keys: readonly string[]): void;
};

const jsonObject = s.custom<JsonObject>(isJsonObject);
/** What a page leaves. `at` (milliseconds, the device's clock): when it was left. */
const left = s.object({
  at: s.number(),
  edits: s.array(
    s.object({
      section: s.string(),
      projectId: s.nullable(s.string()),
      patch: jsonObject,
      seen: s.nullable(jsonObject),
      source: s.oneOf(editSources),
    }),
  ),
});

/** What another build or a person's hand wrote there is left alone where it cannot be read. */
export const browserLeftEdits: LeftEdits = {
  list(userId) {
    const read = leftValues(userId).flatMap(({ key, value }) => {
      const { data } = s.safeParse(left, value);
      return data ? [{ key, ...data }] : [];
    });
    return read
      .sort((one, other) => one.at - other.at)
      .map(({ key, edits }) => ({
        key,
        edits: edits.flatMap(({ section, ...edit }) =>
          isSettingsSectionName(section) ? [{ ...edit, section }] : [],
        ),
      }));
  },
  drop: dropLeft,
};
