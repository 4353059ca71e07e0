import type { FieldGroup, ValueOf } from "./fields";
import { resolve, type Layer, type Provenance } from "./resolve";
import type { Section } from "./sections";

/** `defaults`: the settings could not be read, so this is what everyone starts with. It must never be saved whole. */
export type Reading<Value> = {
  value: Value;
  provenance: Provenance;
  /** Of the row that a write for the same project would touch; 0 where there is none. Session state has no versions. */
  version: number;
  status: "fresh" | "defaults";
};

export type OnReadFailure = (thrown: unknown) => void;

/** Reading never fails, because a page without its settings is still a page: the failure is reported instead. */
export async function readOrDefaults<C extends FieldGroup>(
  section: Section<C>,
  load: () => Promise<{ layers: Layer[]; version: number }>,
  onFailure: OnReadFailure,
): Promise<Reading<ValueOf<C>>> {
  try {
    const { layers, version } = await load();
    return { ...resolve(section, layers), version, status: "fresh" };
  } catch (thrown) {
    onFailure(thrown);
    return { ...resolve(section, []), version: 0, status: "defaults" };
  }
}
