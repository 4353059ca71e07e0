import { dashboard } from "./dashboard";
import type { Section } from "./sections";

/** All sections. SQL defaults, docs and tests are derived from this list. */
export const sections: readonly Section[] = [dashboard];
