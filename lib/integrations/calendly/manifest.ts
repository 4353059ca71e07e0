export const calendly = { name: "calendly", icon: "calendar" } as const;
