/** A mail that the platform has sent to someone. */
export type Mail = Readonly<{
  id: string;
  /** ISO 8601, when it was received. */
  at: string;
  from: string;
  to: readonly string[];
  subject: string;
  html: string | null;
  text: string | null;
  /** The addresses of the links, in order, for tests to follow. */
  links: readonly string[];
  /** What came over the wire, a character for each byte: a parser's view hides what another program stumbles over. */
  raw: string;
}>;

export type Mails = Readonly<{
  add(mail: Mail): void;
  /** Newest first; with `recipient`, only those sent to this address. */
  list(recipient?: string): readonly Mail[];
  find(id: string): Mail | undefined;
  clear(): void;
}>;

const KEPT = 500;

/** Keeps mails in memory: mails of an earlier run are of no use. */
export function createMails(): Mails {
  let mails: Mail[] = [];
  return {
    add: (mail) => void (mails = [mail, ...mails].slice(0, KEPT)),
    list: (recipient) => mails.filter((mail) => recipient === undefined || mail.to.includes(recipient)),
    find: (id) => mails.find((mail) => mail.id === id),
    clear: () => void (mails = []),
  };
}
