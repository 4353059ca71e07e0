/**
 * Writes words of the reader's language: a key of messages/*.json from its root ("mail.more") and the values that it
 * takes. The channel is given one, because what reads messages stands above it (lib/i18n/translator.ts).
 */
export type Words = (key: string, values?: Record<string, string | number>) => string;
