import * as s from "@/lib/schema";
import { atomic, type Field } from "./fields";
import { isStorableText } from "./storable-text";

/** The places for views, by which they are kept: a view keeps its place whatever becomes of the others. */
export const viewSlots = ["view1", "view2", "view3", "view4", "view5", "view6"] as const;
export type ViewSlot = (typeof viewSlots)[number];

export const longestViewName = 40;

/**
 * An arrangement under a name; without a name the place is free. `cards`: each widget at each breakpoint with its cells,
 * `lg:metrics:0,0,12,3` and `c` where it is collapsed, `h` where it is not shown, one after the other with blanks between.
 */
export type SavedView = { name: string; cards: string };

export const noView: SavedView = { name: "", cards: "" };

export const savedView = (): Field<SavedView> =>
  atomic(
    s.strictObject({
      name: s.string(
        s.maxLength(longestViewName),
        s.regex(/^/),
        s.refine(isStorableText, "a character that cannot be stored"),
      ),
      cards: s.string(s.maxLength(1300), s.regex(/^[a-zA-Z0-9:, ]*$/)),
    }),
    noView,
    "savedView",
  );
