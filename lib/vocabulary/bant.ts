/** The four marks of a qualified lead, in the order a conversation asks for them. */
export const bantMarks = ["budget", "authority", "need", "timeline"] as const;

export type BantMark = (typeof bantMarks)[number];

export type Bant = Record<BantMark, boolean>;

/** The column of `leads` that holds a mark. */
export const bantColumn = (mark: BantMark) => `bant_${mark}` as const;

export const bantScore = (bant: Bant): number => bantMarks.filter((mark) => bant[mark]).length;
