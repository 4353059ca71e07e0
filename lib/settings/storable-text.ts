/** PostgreSQL stores no zero character and no half of a surrogate pair: text with one is refused here, with its path. */
export const isStorableText = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
