export const manifest = { name: "push", icon: "push", position: 4 } as const;
