/** What a signature may have filled in: `{{name}}`. */
export const signatureVariables = ["name", "email", "company", "project"] as const;
export type SignatureVariable = (typeof signatureVariables)[number];

export const isSignatureVariable = (word: string): word is SignatureVariable =>
  signatureVariables.some((known) => known === word);

const known = signatureVariables.join("|");

/** A text in which each `{{…}}` is one of them. PostgreSQL reads this pattern as JavaScript does. */
export const knownVariables = new RegExp(`^(?:[^{]|\\{(?!\\{)|\\{\\{ *(?:${known}) *\\}\\})*$`);

/** A `{{…}}` that is none of them, as far as it goes. */
export const strangeVariable = new RegExp(`\\{\\{(?! *(?:${known}) *\\}\\})[^{}]{0,40}(?:\\}\\})?`);
