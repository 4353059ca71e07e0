import { describe, expect, it } from "vitest";
import { MAJOR_VERSIONS } from "@/local/postgres/binaries";
import { useTelling } from "./told-rows";

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, the safety of an account", (major) => {
  const { ask, inApp, told, titles, world } = useTelling(major);
  const signIn = (userAgent: string) =>
    ask(
      "insert into auth.sessions (id, user_id, user_agent) values (gen_random_uuid(), $1, $2)",
      world().people.owner,
      userAgent,
    );
  const change = (set: string) => ask(`update auth.users set ${set} where id = $1`, world().people.owner);

  it("is told of when the password or the address changes, whatever is switched off, and to nobody else", async () => {
    await inApp("owner", { leadUpdates: false, minimumHeat: "burning" });
    await change("encrypted_password = 'first'");
    expect(await titles("owner")).toEqual([]);
    await change("encrypted_password = 'second'");
    await change("email = 'elsewhere@test.local'");
    await change("last_sign_in_at = now()");
    expect(await titles("owner")).toEqual(["The email address was changed", "The password was changed"]);
    expect(await told("owner")).toMatchObject([{ kept_away: null }, { category: "security" }]);
    expect(await told("member")).toEqual([]);
  });

  it("is told of when a device signs in that was never there, and not at the first sign-in", async () => {
    await signIn("Firefox");
    await signIn("Firefox");
    expect(await titles("owner")).toEqual([]);
    await signIn("Safari");
    expect(await titles("owner")).toEqual(["A new device signed in"]);
  });

  it("stops no sign-in where telling fails", async () => {
    await ask("drop function private.kind_rules(text)");
    await signIn("Firefox");
    await signIn("Safari");
    expect(await ask("select about from private.faults")).toEqual([{ about: "auth" }]);
  });
});
