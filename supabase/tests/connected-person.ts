import { expect } from "vitest";
import type { State } from "@/local/providers/calendly/state";
import type { IntegrationGround } from "./integration-ground";

type Person = Awaited<ReturnType<IntegrationGround["newPerson"]>>;
type Answers = { decision?: string; scopes?: string[]; state?: string; by?: string };

/** What people do to connect, and what Calendly holds of them. */
export function createPeople(ground: () => IntegrationGround) {
  /** The way to Calendly and back, as a browser goes it. */
  async function throughConsent(person: Person, { decision = "allow", scopes, state, by }: Answers = {}) {
    const begun = await ground().service.beginConnecting(person.userId, "calendly");
    if (!begun.ok) throw new Error(begun.error.code);
    const asked = new URL(begun.value.url);
    expect((await fetch(asked)).status).toBe(200);
    const form = new URLSearchParams({ decision, login: person.host });
    for (const name of ["state", "code_challenge"]) form.set(name, asked.searchParams.get(name) ?? "");
    for (const scope of scopes ?? (asked.searchParams.get("scope") ?? "").split(" "))
      form.append("scope", scope);
    const answer = await fetch(`${asked.origin}/oauth/authorize`, {
      method: "POST",
      body: form,
      redirect: "manual",
    });
    const back = new URL(answer.headers.get("location") ?? "");
    const said = (name: string) => back.searchParams.get(name);
    const given = {
      code: said("code"),
      state: state ?? said("state"),
      error: said("error"),
      kept: begun.value.kept,
    };
    return ground().service.finishConnecting(by ?? person.userId, "calendly", given);
  }

  const signedIn = async () => {
    const person = await ground().newPerson();
    expect(await throughConsent(person)).toBeNull();
    await ground().run();
    return person;
  };
  /** Of a list of Calendly's, what is of this person. */
  const ofPerson = <T extends { user: string }>(
    { host }: Person,
    list: (state: State) => readonly T[],
  ): T[] => {
    const { state } = ground().calendly;
    const { uri } = state.userOf(host);
    return list(state).filter(({ user }) => user === uri);
  };
  const grantsOf = (person: Person) => ofPerson(person, ({ grants }) => grants);
  const subscriptionsOf = (person: Person) => ofPerson(person, ({ subscriptions }) => subscriptions);
  const tokenRequestsOf = (person: Person) => ofPerson(person, ({ tokenRequests }) => tokenRequests).length;
  const expire = (person: Person) => {
    for (const grant of grantsOf(person)) grant.accessEnds = 1;
  };
  return { throughConsent, signedIn, grantsOf, subscriptionsOf, tokenRequestsOf, expire };
}
