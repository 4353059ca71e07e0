/** Where a lead first made contact. */
export const channels = ["whatsapp", "web", "facebook", "google", "referral"] as const;

export type Channel = (typeof channels)[number];
