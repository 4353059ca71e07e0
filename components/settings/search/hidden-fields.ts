/** The fields of a part of the page that is not drawn, or not shown: ids, divided by blanks. Stands on the button that shows it. */
export const foldedFields = (ids: readonly string[]) => ({ "data-fields": ids.join(" ") });

/** The fields that come later, once something is set up: ids, divided by blanks. Stands on what sets it up. */
export const standsFor = (ids: readonly string[]) =>
  ids.length > 0 ? { "data-stands-for": ids.join(" ") } : {};
