import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/settings/json";
import { becomeCaller } from "@/local/test-people";
import { useOldApp } from "./ovenai/old-app";
import { majorsOfThisRun } from "./setup-database";

describe.each(majorsOfThisRun)("on PostgreSQL %s, a tab of the old app", (major) => {
  const { client, ovenai, person, one } = useOldApp(major);
  const insert = (session_id: string, current_context: JsonObject, ui_state: JsonObject = {}) =>
    one<{ current_context: JsonObject; ui_state: JsonObject; here: boolean }>(
      `insert into public.user_session_state
         (user_id, session_id, current_context, ui_state, last_activity, expires_at, created_at, updated_at)
       values ($1, $2, $3, $4, '2020-01-01', '2020-01-02', '2020-01-01', '2020-01-01')
       returning current_context, ui_state, last_activity = now() and expires_at > now() as here`,
      [person(), session_id, current_context, ui_state],
    );

  it("that was there before the set-up is found by its name", async () => {
    await becomeCaller(client(), ovenai().people.owner, "authenticated");
    expect(
      await one(
        `update public.user_session_state set ui_state = '{"note": 1}', last_activity = '2020-01-01'
         where session_id = 'tab' returning ui_state, last_activity = now() as here`,
      ),
    ).toEqual({ ui_state: { note: 1 }, here: true });
  });

  it("keeps what it says, but for what does not fit our places, and was used just now whatever it says", async () => {
    const context = { currentPage: "leads", selectedProject: null, path: 7 };
    const state = { openPanels: ["filters"], viewModes: { metrics: "table", insights: "list" } };
    expect(await insert("tab 1.5", context, state)).toEqual({
      current_context: { currentPage: "leads", selectedProject: null },
      ui_state: { viewModes: { metrics: "table" } },
      here: true,
    });
  });

  it("of nulls has empty documents", async () => {
    expect(
      await one(
        `insert into public.user_session_state (user_id, session_id, current_context, ui_state, last_activity)
         values ($1, 'tab.2', null, null, null) returning current_context, ui_state`,
        [person()],
      ),
    ).toEqual({ current_context: {}, ui_state: {} });
  });

  it("without a name is refused", async () => {
    await expect(insert("", {})).rejects.toMatchObject({ code: "23514" });
  });

  it("does not stand in the way of going on where another device of ours was", async () => {
    await client().query("select public.patch_session_state($1, $2)", [
      { session_id: "device-one" },
      { current_context: { path: "/leads" } },
    ]);
    await insert("tab.3", { currentPage: "leads" });
    await client().query(
      "update public.user_session_state set ui_state = '{\"note\": 1}' where session_id = 'tab.3'",
    );
    const { rows } = await client().query(
      "select private.my_session_state('device-two') -> 'elsewhere' as it",
    );
    expect(rows[0]?.it).toMatchObject({ session_id: "device-one", current_context: { path: "/leads" } });
  });
});
