/**
 * What nobody sees in a pasted address or number: marks of direction (U+061C, U+200E and F, U+202A to E, U+2066 to 9)
 * and of width (soft hyphen, U+200B to D, word joiner, byte order mark), and spaces that do not break. A mail to an
 * address that ends with one of them goes to another domain.
 */
const invisible = /[\u00a0\u00ad\u061c\u200b-\u200f\u202a-\u202e\u202f\u2060\u2066-\u2069\ufeff]/g;

export const withoutInvisibleMarks = (text: string): string => text.replace(invisible, "");
