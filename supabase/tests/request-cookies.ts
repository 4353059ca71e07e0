/** What an action sees of its request, as `next/headers` and `next/cache` tell it; for `vi.mock`. */
const jar = new Map<string, string>();

export const nextHeaders = {
  cookies: async () => ({
    get: (name: string) => {
      const value = jar.get(name);
      return value === undefined ? undefined : { name, value };
    },
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    // What an answer sets, this browser does not take: the next request comes from the same person.
    set: () => undefined,
    delete: () => undefined,
  }),
  headers: async () => new Headers({ host: "localhost:3000" }),
};
export const nextCache = { refresh: () => undefined };

const afterwards: unknown[] = [];
export const nextServer = { after: (deed: () => unknown) => void afterwards.push(deed()) };

/** Resolves when all is done that actions left for after their answer. */
export const whatComesAfter = () => Promise.all(afterwards.splice(0));

/** From now on requests carry these tokens, as @supabase/ssr keeps it; null: of nobody. */
export function carrySignIn(tokens: object | null): void {
  jar.clear();
  jar.set("ovenai-device", "0b0b0b0b-0000-4000-8000-00000000000d");
  if (!tokens) return;
  const written = Buffer.from(JSON.stringify(tokens)).toString("base64url");
  jar.set("ovenai-auth", `base64-${written}`);
}
