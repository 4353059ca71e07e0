export const manifest = { name: "calendly", icon: "calendar", position: 1 } as const;
