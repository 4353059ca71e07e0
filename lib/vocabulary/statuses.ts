/** Where a lead stands with the business. */
export const statuses = ["open", "qualified", "won", "lost"] as const;

export type Status = (typeof statuses)[number];
