/** Where a lead first spoke to us. */
export const channels = ["whatsapp", "web", "facebook", "google", "referral"] as const;

export type Channel = (typeof channels)[number];
