/** PostgreSQL stores any text but a zero and half of a surrogate pair: what holds one is refused by name, not there. */
export const isStorableText = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
