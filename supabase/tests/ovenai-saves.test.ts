import { describe, expect, it } from "vitest";
import { useOldApp } from "./ovenai/old-app";
import { majorsOfThisRun } from "./setup-database";

const on = { leadUpdates: true, meetingReminders: true };
/** As a program of theirs stores them for everybody. */
const sms = { leadUpdates: false, meetingReminders: false, urgentAlerts: false };
const interfaceSettings = {
  theme: "system",
  language: "en",
  rtl: false,
  density: "comfortable",
  sidebarCollapsed: false,
  colorScheme: "default",
};

describe.each(majorsOfThisRun)("on PostgreSQL %s, beside an existing OvenAI", (major) => {
  const {
    client,
    ovenai,
    person,
    one,
    saveApp,
    saveChannels,
    saveDashboard,
    patch,
    stored,
    channel,
    appearance,
  } = useOldApp(major);

  describe("a save of the old app", () => {
    it("stores what a person changed, in our words and places, and nothing that a program says for everybody", async () => {
      await saveApp({
        interface_settings: { ...interfaceSettings, theme: "dark", density: "spacious", rtl: true },
        data_preferences: {
          dateFormat: "DD/MM/YYYY",
          timeFormat: "12h",
          numberFormat: "en-US",
          currency: "ILS",
        },
      });
      expect(await appearance()).toEqual({ theme: "dark", direction: "rtl" });
      expect(await stored("user_app_preferences", "data_preferences")).toEqual({
        dateFormat: "dmy",
        currency: "ILS",
      });
    });

    it("of whole documents of a program leaves a person without any setting of their own", async () => {
      await saveApp({ interface_settings: interfaceSettings });
      await saveChannels({ push_notifications: on, sms_notifications: sms });
      expect(await appearance()).toEqual({});
      expect([await channel("push"), await channel("sms")]).toEqual([{}, {}]);
      const events = "select path from public.settings_events where owner = $1 and after is not null";
      expect(await one(events, [person()])).toBeUndefined();
    });

    it("that changes a value wins over what was stored, on the first save and on the next", async () => {
      await patch("app_preferences", { interface_settings: { theme: "light", fontScale: 115 } });
      await saveApp({ interface_settings: { ...interfaceSettings, theme: "dark" } });
      expect(await appearance()).toEqual({ theme: "dark", fontScale: 115 });
      await saveApp({ interface_settings: { ...interfaceSettings, theme: "light" } });
      expect(await appearance()).toEqual({ theme: "light", fontScale: 115 });
    });

    it("that takes a value back to the program's is inherited again", async () => {
      await patch("app_preferences", { interface_settings: { theme: "light" } });
      await saveApp({ interface_settings: interfaceSettings });
      expect(await appearance()).toEqual({});
    });

    it("that repeats what is stored changes nothing, and is not recorded", async () => {
      await patch("app_preferences", { interface_settings: { theme: "light", direction: "ltr" } });
      const version = await stored("user_app_preferences", "version");
      await saveApp({ interface_settings: { ...interfaceSettings, theme: "light", direction: "ltr" } });
      expect(await appearance()).toEqual({ theme: "light", direction: "ltr" });
      expect(await stored("user_app_preferences", "version")).toBe(version);
    });

    it("that says a part of a value completes it by what is stored", async () => {
      const workingHours = { start: "20:00", end: "22:00" };
      await saveChannels({ notification_schedule: { workingHours } });
      await saveChannels({ notification_schedule: { workingHours: { start: "18:00" } } });
      expect(await stored("user_notification_settings", "notification_schedule")).toMatchObject({
        workingHours: { start: "18:00", end: "22:00" },
      });
    });

    it("by update is read as one by upsert", async () => {
      await patch("app_preferences", { interface_settings: { fontScale: 115 } });
      await client().query(
        "update public.user_app_preferences set interface_settings = $1, updated_at = now()",
        [{ ...interfaceSettings, density: "compact" }],
      );
      expect(await appearance()).toEqual({ fontScale: 115, density: "compact" });
    });

    it("of a null takes a column back, and leaves the others", async () => {
      await patch("dashboard_settings", {
        widget_visibility: { metrics: false },
        dashboard_preferences: { compactMode: true },
      });
      await saveDashboard({
        client_id: null,
        project_id: null,
        widget_layout: null,
        dashboard_preferences: null,
      });
      expect(await stored("user_dashboard_settings", "widget_visibility")).toEqual({ metrics: false });
      expect(await stored("user_dashboard_settings", "dashboard_preferences")).toEqual({});
    });

    it("is recorded as a direct write of the person, with what it means", async () => {
      await saveApp({ interface_settings: { ...interfaceSettings, theme: "dark" } });
      const { rows } = await client().query(
        "select path, before, after, source, actor from public.settings_events where owner = $1 and after is not null",
        [person()],
      );
      expect(rows).toEqual([
        { path: "interface_settings.theme", before: null, after: "dark", source: "api", actor: person() },
      ]);
    });

    it("keeps neither owner, id, version nor time that it gives", async () => {
      await saveApp({ interface_settings: { theme: "dark" } });
      const was = await one("select id, created_at from public.user_app_preferences");
      await saveApp({
        id: ovenai().people.owner,
        version: 99,
        created_at: "2020-01-01T00:00:00Z",
        interface_settings: {},
      });
      expect(await one("select id, created_at from public.user_app_preferences")).toEqual(was);
      expect(await stored("user_app_preferences", "version")).not.toBe(99);
    });

    it("for several people at once is read for each, by a service; one that was to do nothing does nothing", async () => {
      await client().query("set local role service_role");
      const insert = `insert into public.user_app_preferences (user_id, interface_settings, integration_settings)
        select p, jsonb_build_object('theme', t), '{"calendly": {"pat": "x"}}' from unnest($1::uuid[], $2::text[]) u (p, t)
        on conflict (user_id) do `;
      const people = [person(), ovenai().people.untouched];
      await client().query(`${insert} update set interface_settings = excluded.interface_settings`, [
        people,
        ["dark", "light"],
      ]);
      await client().query(`${insert} nothing`, [people, ["light", "dark"]]);
      const { rows } = await client().query(
        `select interface_settings ->> 'theme' as theme, integration_settings as it
         from public.user_app_preferences where user_id = any ($1) order by theme`,
        [people],
      );
      expect(rows.map(({ theme }) => theme)).toEqual(["dark", "light"]);
      expect(JSON.stringify(rows)).not.toContain("pat");
    });

    it("of a row of another person is refused", async () => {
      await expect(saveApp({ user_id: ovenai().people.owner })).rejects.toMatchObject({ code: "42501" });
    });
  });
});
