/** Joins class names, leaving out what is false. Order is not meaning: Tailwind's layers decide. */
export const cn = (...names: (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(" ");
