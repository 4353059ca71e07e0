import { randomBytes } from "node:crypto";
import { graphApp, storedTemplates, type StoredTemplate } from "./app";

export type PhoneNumber = {
  id: string;
  display: string;
  name: string;
  status: string;
  quality: string;
  /** Protects it once it is registered; whoever registers it again has to know it. */
  pin?: string;
  /** How often it was tried with a wrong one. */
  tries?: number;
};

/** `subscribed`: whether our app is told of it. */
export type Account = {
  id: string;
  name: string;
  numbers: PhoneNumber[];
  templates: StoredTemplate[];
  subscribed: boolean;
  /** At most so many of a list at a time. */
  pageSize?: number;
};

/** `accounts`: those that it opens; `named`: those that Meta says it was given for, where that is less. `ends`: when it is good no more; null: never. */
export type Token = {
  value: string;
  app: string;
  accounts: string[];
  named?: string[];
  scopes: readonly string[];
  ends: number | null;
};

export const allScopes = ["whatsapp_business_management", "whatsapp_business_messaging"] as const;

const digits = (length: number) =>
  Array.from(randomBytes(length), (byte, at) => (at === 0 ? 1 + (byte % 9) : byte % 10)).join("");

/** The templates of a new account, so that each way of being wrong can be tried. */
const newTemplates: readonly StoredTemplate[] = [
  {
    name: "first_hello",
    language: "en_US",
    status: "APPROVED",
    body: "Hello {{1}}, {{2}} here. May I write to you?",
  },
  { name: "first_hello", language: "he", status: "APPROVED", body: "שלום {{1}}, כאן {{2}}. אפשר לכתוב לך?" },
  {
    name: "first_hello",
    language: "ar",
    status: "APPROVED",
    body: "مرحبا {{1}}، معك {{2}}. هل يمكنني مراسلتك؟",
  },
  {
    name: "follow_up",
    language: "en_US",
    status: "APPROVED",
    named: true,
    body: "Hi {{lead_name}}, shall we talk this week?",
  },
  {
    name: "price_list",
    language: "en_US",
    status: "APPROVED",
    body: "{{1}}, our price for {{2}} is {{3}} until {{4}}.",
  },
  { name: "holiday", language: "en_US", status: "PAUSED", body: "Happy holidays, {{1}}!" },
].map((template) => ({ parameters: countOf(template.body), ...template }));

function countOf(body: string): number {
  return new Set([...body.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)).size;
}

/** The platform's own account, of which we are told from the beginning. */
const ownAccount = (): Account => ({
  id: graphApp.accountId,
  name: "OvenAI",
  numbers: [
    {
      id: graphApp.phoneNumberId,
      display: graphApp.displayNumber,
      name: "OvenAI",
      status: "CONNECTED",
      quality: "GREEN",
    },
  ],
  templates: [...storedTemplates],
  subscribed: true,
});

/** Businesses with their accounts, numbers and templates, and the tokens that open them. */
export function createAccounts(now: () => number) {
  const accounts: Account[] = [ownAccount()];
  const ofApp = { app: graphApp.appId, scopes: allScopes, ends: null };
  const tokens: Token[] = [{ ...ofApp, value: graphApp.token, accounts: [graphApp.accountId] }];
  return {
    accounts,
    tokens,
    /** `refusesLate`: what may not be written is taken, and told to have failed. Meta does both. */
    habits: { refusesLate: false },
    codes: new Map<string, { token: string; ends: number; redirect: string }>(),
    newNumber(account: Account): PhoneNumber {
      const display = `+972 55-${digits(7)}`;
      const made = { id: digits(15), display, name: account.name, status: "CONNECTED", quality: "GREEN" };
      account.numbers.push(made);
      return made;
    },
    makeAccount(name: string, templates: readonly StoredTemplate[] = newTemplates): Account {
      const made = { id: digits(15), name, numbers: [], templates: [...templates], subscribed: false };
      accounts.push(made);
      return made;
    },
    giveToken(account: Account, change: Partial<Token> = {}): Token {
      const value = `EAA${randomBytes(36).toString("base64url")}`;
      const made = { ...ofApp, value, accounts: [account.id], ...change };
      tokens.push(made);
      return made;
    },
    tokenOf: (header: string | undefined): Token | undefined =>
      tokens.find(({ value, ends }) => header === `Bearer ${value}` && (ends === null || now() < ends)),
    ofNumber: (id: string) => accounts.find(({ numbers }) => numbers.some((number) => number.id === id)),
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
