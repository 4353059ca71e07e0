/**
 * The request of one browser, which keeps the cookies that an answer sets, as `next/headers` and `next/server` tell it;
 * for `vi.mock`. What is left for after the answer waits for `whatComesAfter`.
 */
const jar = new Map<string, string>();
let address = "203.0.113.1";
/** As every browser begins: the platform treats such requests otherwise. */
const userAgent =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

export const nextHeaders = {
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: held(name) } : undefined),
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => void (value ? jar.set(name, value) : jar.delete(name)),
    delete: (name: string) => void jar.delete(name),
  }),
  headers: async () =>
    new Headers({ host: "localhost:3000", "x-forwarded-for": address, "user-agent": userAgent }),
};

const afterwards: (() => unknown)[] = [];
export const nextServer = { after: (deed: () => unknown) => void afterwards.push(deed) };
export const whatComesAfter = () => Promise.all(afterwards.splice(0).map((deed) => deed()));

export const held = (name: string): string | undefined => jar.get(name);

/** From now on requests carry these tokens, as @supabase/ssr keeps them, and come from this address; null: of nobody. */
export function carryHere(tokens: object | null, from = address): void {
  jar.clear();
  address = from;
  if (!tokens) return;
  const written = Buffer.from(JSON.stringify(tokens)).toString("base64url");
  jar.set("ovenai-auth", `base64-${written}`);
}
