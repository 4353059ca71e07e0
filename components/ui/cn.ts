/**
 * Joins class names and leaves out false ones. Their order does not matter: Tailwind's layers decide which class wins.
 */
export const cn = (...names: (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(" ");
