import { answered, faulty, type Answer, type Session } from "@/lib/integrations/contract/duties";
import { calendlyApi } from "./api";

/** A Calendly of a few answers, for one connection. */
export const apiUrl = "https://api.calendly.test";
export const me = `${apiUrl}/users/me-1`;
export const organization = `${apiUrl}/organizations/o-1`;
export const now = Date.UTC(2026, 11, 1, 12);

type Reply = Readonly<{ status: number; body: unknown }>;

/** What is asked is answered by method and path, without what follows the question mark; 404 where nothing is said. */
export function calendlyWith(replies: Readonly<Record<string, Reply | ((query: URLSearchParams) => Reply)>>) {
  const asked: { what: string; body: unknown }[] = [];
  const api = calendlyApi({
    apiUrl,
    async ask(url, { method = "GET", body }) {
      const { pathname, searchParams } = new URL(url);
      const what = `${method} ${pathname}`;
      asked.push({ what, body: typeof body === "string" ? JSON.parse(body) : null });
      const reply = replies[what] ?? { status: 404, body: {} };
      const { status, body: said } = typeof reply === "function" ? reply(searchParams) : reply;
      return { answered: true, status, headers: new Headers(), body: said };
    },
    access: { token: async () => answered("token"), renewed: async () => faulty("credentials") },
    now: () => now,
  });
  return { api, asked };
}

export const one = (resource: unknown): Reply => ({ status: 200, body: { resource } });
export const list = (collection: unknown[]): Reply => ({
  status: 200,
  body: { collection, pagination: { next_page_token: null } },
});
export const user = one({
  uri: me,
  name: "Noa",
  email: "noa@example.com",
  current_organization: organization,
});

/** The connection, and the bookings that it was given. */
export function sessionWith(given: Partial<Session> = {}) {
  const stored: string[] = [];
  const token = async (): Promise<Answer<string>> => answered("token");
  const session: Session = {
    connectionId: "connection",
    account: { id: me, name: "Noa", email: "noa@example.com", url: null },
    scopes: [],
    details: {},
    webhookKey: null,
    webhookUrl: "https://app.test/hook/1",
    fetches: true,
    whole: false,
    access: { token, renewed: token },
    now: () => now,
    async storeBookings(bookings) {
      stored.push(...bookings.map(({ id }) => id));
      return bookings.map(({ email }) => (email === "nobody@lead.test" ? "unmatched" : "stored"));
    },
    ...given,
  };
  return { session, stored };
}
