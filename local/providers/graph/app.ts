/** The app, number and templates that the stand-in knows: all of them are public, as everything on this machine is. */
export const graphApp = {
  appId: "670843887433847",
  signupId: "1025498746358274",
  token: "token-of-the-stand-in-on-this-machine",
  appSecret: "secret-of-the-stand-in-on-this-machine",
  verifyToken: "verify-token-of-the-stand-in-on-this-machine",
  phoneNumberId: "106540352242922",
  accountId: "102290129340398",
  displayNumber: "15550783881",
} as const;

/** Versions that still answer; of the others a few are told apart from those that never were. */
export const liveVersions = ["v21.0", "v22.0", "v23.0", "v24.0", "v25.0", "v26.0"] as const;

/** `parameters`: how many its body has; `named`: by names and not by positions. */
export type StoredTemplate = Readonly<{
  name: string;
  language: string;
  status: string;
  parameters: number;
  named?: boolean;
  body?: string;
  category?: string;
}>;

export const storedTemplates: readonly StoredTemplate[] = [
  { name: "ovenai_news", language: "en_US", status: "APPROVED", parameters: 3 },
  { name: "ovenai_news", language: "he", status: "APPROVED", parameters: 3 },
  { name: "ovenai_news", language: "ar", status: "APPROVED", parameters: 3 },
  { name: "ovenai_paused", language: "en_US", status: "PAUSED", parameters: 3 },
  { name: "ovenai_pending", language: "en_US", status: "PENDING", parameters: 3 },
  { name: "ovenai_short", language: "en_US", status: "APPROVED", parameters: 1 },
];

/** An error in Meta's words. */
export type GraphError = Readonly<{ status: number; code: number; subcode?: number; message: string }>;

/** What the stand-in answers for some numbers, since no number of Meta's does. */
export const magicNumbers: Readonly<Record<string, GraphError>> = {
  "15005550001": { status: 400, code: 131026, message: "Message undeliverable" },
  "15005550002": { status: 400, code: 131050, message: "User has stopped marketing messages" },
  "15005550003": { status: 400, code: 131049, message: "Not delivered to keep a healthy ecosystem" },
  "15005550004": { status: 400, code: 131056, message: "Pair rate limit hit" },
  "15005550005": { status: 429, code: 130429, message: "Rate limit hit" },
  "15005550006": { status: 400, code: 131031, message: "Account has been locked" },
  "15005550007": { status: 500, code: 131000, message: "Something went wrong" },
};
