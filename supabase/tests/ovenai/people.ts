import type pg from "pg";
import { createUser } from "@/local/test-people";
import { insertRow } from "../older-documents";

/** The people of the database, and what each is. Everybody has what the initialiser of the sign-up stores, too. */
export const people = {
  owner: "OWNER of the clients estates and longNamed, OWNER of the project active; admin by profile",
  admin: "ADMIN of estates and of the project active",
  member: "MEMBER of estates, of no project",
  lowerMember: "member of estates, in the spelling of the column's default",
  lowerAdmin: "admin of estates, in the spelling of a script",
  staff: "STAFF of longNamed, in inactive without a role",
  system: "SYSTEM of estates: the account of the sync, nobody's",
  projectOnly: "MEMBER of the project active, of no client",
  outsider: "OWNER of the client bare, which has no project",
  untouched: "of no client; has only what the sign-up stored",
  edited: "older documents changed by hand, newer ones as the program made them, several for one scope",
  flat: "settings in flat keys, as a later page stored them",
  form: "settings in the documents of the form",
  odd: "booleans, nulls and lists where documents are expected",
  oauth: "connected to Calendly by OAuth",
  pat: "connected to Calendly by a personal token",
  disconnected: "was connected to Calendly",
} as const;
export type PersonName = keyof typeof people;
export type People = Readonly<Record<PersonName, string>>;

export async function fillPeople(pool: pg.Pool): Promise<People> {
  const person = (name: PersonName) => createUser(pool, `${name.toLowerCase()}@ovenai.test`);
  const made: People = {
    owner: await person("owner"),
    admin: await person("admin"),
    member: await person("member"),
    lowerMember: await person("lowerMember"),
    lowerAdmin: await person("lowerAdmin"),
    staff: await person("staff"),
    system: await person("system"),
    projectOnly: await person("projectOnly"),
    outsider: await person("outsider"),
    untouched: await person("untouched"),
    edited: await person("edited"),
    flat: await person("flat"),
    form: await person("form"),
    odd: await person("odd"),
    oauth: await person("oauth"),
    pat: await person("pat"),
    disconnected: await person("disconnected"),
  };
  const profile = { full_name: "נועה לוי", email: "owner@ovenai.test", phone: "050-234-5600" };
  await insertRow(pool, "profiles", { id: made.owner, ...profile, role: "admin" });
  await insertRow(pool, "profiles", {
    id: made.member,
    full_name: "יוסי כהן",
    website: "https://example.test",
  });
  return made;
}
