/** How values are written. One currency for everybody, until a person can choose theirs. */
export const money = { style: "currency", currency: "USD", maximumFractionDigits: 0 } as const;
