import { describe, expect, it } from "vitest";
import { becomeCaller } from "@/local/test-people";
import { useOldApp } from "./ovenai/old-app";
import { majorsOfThisRun } from "./setup-database";

describe.each(majorsOfThisRun)("on PostgreSQL %s, beside an existing OvenAI", (major) => {
  const { client, person, one, saveApp, saveChannels, stored, appearance, remainders } = useOldApp(major);

  describe("a save that holds secrets", () => {
    const calendly = { enabled: true, method: "pat", pat: "mark-1", name: "mark-2", autoSync: true };
    const plugin = { color: "blue", access_token: "mark-3" };

    it("leaves declared settings of an integration to be read, and nothing that is called like a secret", async () => {
      await saveApp({ integration_settings: { calendly, bearer: "mark-4" }, interface_settings: { plugin } });
      expect(await stored("user_app_preferences", "integration_settings")).toEqual({
        calendly: { enabled: true },
      });
      expect(await appearance()).toEqual({ plugin: { color: "blue" } });
      const seen = await one<{ it: string }>("select public.get_bootstrap(null)::text as it");
      expect(seen?.it).not.toContain("mark-");
      const events = await one<{ it: string }>(
        "select jsonb_agg(e)::text as it from public.settings_events e",
      );
      expect(events?.it).not.toContain("mark-");
    });

    it("keeps the rest aside, where no person reads it, until it is saved anew or the row goes", async () => {
      await saveApp({ integration_settings: { calendly, bearer: "mark-4" }, interface_settings: { plugin } });
      await client().query("savepoint asked");
      await expect(client().query("select from private.older_remainders")).rejects.toThrow(
        "permission denied",
      );
      await client().query("rollback to asked");
      expect(await remainders()).toEqual([
        {
          relation: "user_app_preferences",
          attribute: "integration_settings",
          content: { bearer: "mark-4", calendly: { method: "pat", pat: "mark-1", name: "mark-2" } },
        },
        { relation: "user_app_preferences", attribute: "interface_settings", content: { plugin } },
      ]);
      await becomeCaller(client(), person(), "authenticated");
      await saveApp({
        integration_settings: { calendly: { enabled: null, pat: null, name: null, method: null } },
      });
      expect(await stored("user_app_preferences", "integration_settings")).toEqual({ calendly: {} });
      expect((await remainders()).map(({ attribute }) => attribute)).toEqual(["interface_settings"]);
      await client().query("delete from public.user_app_preferences where user_id = $1", [person()]);
      expect(await remainders()).toEqual([]);
    });
  });

  describe("what no program of theirs means is refused by name:", () => {
    it.each([
      ["a word of nobody", { interface_settings: { theme: "purple" } }, "interface_settings.theme"],
      ["a number for a word", { data_preferences: { currency: 7 } }, "data_preferences.currency"],
      ["a text for a document", { feature_preferences: "all" }, "feature_preferences"],
      [
        "a key that reaches a prototype",
        { interface_settings: { constructor: 1 } },
        "interface_settings.constructor",
      ],
      ["more than fits", { interface_settings: { note: "x".repeat(9000) } }, "interface_settings"],
      [
        "more than fits aside",
        { integration_settings: { note: incompressible(9000) } },
        "integration_settings",
      ],
    ])("%s", async (_what, row, detail) => {
      await expect(saveApp(row)).rejects.toMatchObject({ code: "PT400", detail });
    });

    it("a window without length", async () => {
      const quietHours = { enabled: true, start: "22:00", end: "22:00" };
      await expect(saveChannels({ notification_schedule: { quietHours } })).rejects.toMatchObject({
        code: "PT400",
        detail: "notification_schedule.quietHours",
      });
    });
  });

  describe("a new account", () => {
    it("stores nothing of its own, has the product's defaults, and counts no fault", async () => {
      await client().query("reset role");
      const made = await one<{ id: string }>(
        "insert into auth.users (id, email) values (gen_random_uuid(), 'new@ovenai.test') returning id",
      );
      const rows = await one(
        `select (select to_jsonb(t) - '{id,user_id,created_at,updated_at}'::text[] from public.user_app_preferences t
            where t.user_id = $1) as app,
          (select jsonb_agg(e) from public.settings_events e where e.owner = $1) as events,
          (select count(*)::int from public.notifications n where n.user_id = $1 and n.category = 'integration') as told,
          public.count_faults() as faults`,
        [made?.id],
      );
      expect(rows).toEqual({
        app: {
          data_preferences: {},
          feature_preferences: {},
          integration_settings: {},
          interface_settings: {},
          version: 0,
        },
        events: null,
        told: 1,
        faults: 0,
      });
      await becomeCaller(client(), made?.id ?? "", "authenticated");
      for (const [view, section] of [
        ["effective_app_preferences", "preferences"],
        ["effective_notification_settings", "notifications"],
        ["effective_dashboard_settings", "dashboard"],
      ])
        expect(
          await one(
            `select (to_jsonb(v) - '{user_id,project_id}'::text[]) = (public.settings_defaults() -> $1) as same
             from public.${view} v`,
            [section],
          ),
        ).toEqual({ same: true });
    });
  });
});

/** A text that compression does not make small. */
const incompressible = (length: number) =>
  Array.from({ length }, (_, n) => String.fromCharCode(0x5d0 + (((n * n * 7919) % 2621) % 1700))).join("");
