import { isField, type Control, type FieldGroup, type Needed } from "@/lib/settings/fields";
import type { Section } from "@/lib/settings/sections";

/** One row of a form: the words are messages `settings.fields.<titleKey>`. */
export type FormRow = {
  readonly path: string;
  readonly titleKey: string;
  readonly control: Exclude<Control, { kind: "none" }>;
  readonly needs?: Needed;
};

/** One card of a form: the words are messages `settings.groups.<key>`. */
export type FormGroup = { readonly key: string; readonly rows: readonly FormRow[] };

/** The form of a section, derived from its fields: a card per column that has at least one control. */
export const formModel = (section: Section): FormGroup[] =>
  Object.entries(section.columns)
    .map(([key, node]) => ({ key, rows: isField(node) ? [] : rowsUnder(node, `${key}.`) }))
    .filter((group) => group.rows.length > 0);

function rowsUnder(group: FieldGroup, prefix: string): FormRow[] {
  return Object.entries(group).flatMap(([key, node]) => {
    if (!isField(node)) return rowsUnder(node, `${prefix}${key}.`);
    const { control, titleKey, needs } = node;
    return control.kind === "none"
      ? []
      : [{ path: `${prefix}${key}`, titleKey, control, ...(needs && { needs }) }];
  });
}
