/** What becomes of a delivery. All but `pending` are ends: what came in is the sum of all of them. */
export const deliveryStates = ["pending", "sent", "bundled", "suppressed", "expired", "dead"] as const;
export type DeliveryState = (typeof deliveryStates)[number];
