/** How a connection stands, as the database has it, in the order of how well. */
export const connectionStates = ["connected", "degraded", "needs_reconnect", "disconnected"] as const;
/** `expiring`: it works, and what opens it ends within two weeks and cannot be renewed. */
export type ConnectionState = (typeof connectionStates)[number] | "expiring";

/** A type of meeting that people may book. */
export type MeetingType = Readonly<{ id: string; name: string; slug: string; minutes: number; url: string }>;

/** A connection as its owner sees it. Instants are ISO 8601; null: not yet, or never. */
export type Connection = Readonly<{
  id: string;
  provider: string;
  kind: "oauth" | "personal";
  state: ConnectionState;
  /** A key of `settings.integrations.problems`; null: none. */
  problem: string | null;
  /** `id`: the provider's own name of it. */
  account: Readonly<{ id: string; name: string; email: string }> | null;
  scopes: readonly string[];
  types: readonly MeetingType[];
  /** How news comes: the provider tells them, or we ask; `because`: why we have to. Null: not known yet. */
  news: Readonly<{ by: "webhook" } | { by: "polling"; because: string }> | null;
  /** Bookings for which no lead has the address or number. */
  unmatched: number;
  lastSuccessAt: string | null;
  lastEventAt: string | null;
  dueAt: string | null;
  /** When what opens the account ends for good; null: never, it is renewed, or it is not known. */
  endsAt: string | null;
  /** Of what the provider told, how many could not be worked in however often it was tried. */
  deadEvents: number;
}>;

/** Whether anything opens the account. */
export const isConnected = ({ state }: Pick<Connection, "state">): boolean => state !== "disconnected";

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ")
    .trim();

/** The type of meeting that a setting names, by slug or by name, however it is spelled: `BANT_qualification`. */
export const meetingTypeNamed = (types: readonly MeetingType[], wanted: string): MeetingType | null =>
  types.find(({ slug }) => plain(slug) === plain(wanted)) ??
  types.find(({ name }) => plain(name) === plain(wanted)) ??
  null;

/** What can be booked with a person: the types of the calendar that they have connected. */
export const bookableTypes = (connections: readonly Connection[]): readonly MeetingType[] =>
  connections.find((each) => isConnected(each) && each.types.length > 0)?.types ?? [];

/**
 * Where a lead books a meeting of the type that a setting names, or else of the first, with their name and address filled
 * in. Null where nothing can be booked.
 */
export function bookingLink(
  types: readonly MeetingType[],
  wanted: string,
  { name, email }: Readonly<{ name: string; email: string | null }>,
): string | null {
  const type = meetingTypeNamed(types, wanted) ?? types[0];
  if (!type || !URL.canParse(type.url)) return null;
  const url = new URL(type.url);
  url.searchParams.set("name", name);
  if (email) url.searchParams.set("email", email);
  return url.href;
}
