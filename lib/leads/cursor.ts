/** Where a page of leads ended: of its last, the time and, where the order has one, the word or sum, and the id. */
export type LeadCursor = {
  /** PostgreSQL's text with microseconds, which a `Date` would lose: leads between two milliseconds would be left out. */
  at: string;
  id: string;
  key: string | null;
};

/** A cursor as it stands in an address; `readCursor` of ./page reads it. */
export const writeCursor = ({ at, id, key }: LeadCursor): string =>
  [at, id, ...(key === null ? [] : [key])].join("_");
