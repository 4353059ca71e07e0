import { describe, expect, it } from "vitest";
import { useOldApp } from "./ovenai/old-app";
import { majorsOfThisRun } from "./setup-database";

const on = { leadUpdates: true, meetingReminders: true };
const off = { leadUpdates: false, meetingReminders: false };
const everyCategory = {
  bantQualifications: false,
  calendlyBookings: false,
  heatProgressions: false,
  leadUpdates: false,
  meetingReminders: false,
};
/** As a program of theirs stores them for everybody. */
const sms = { ...off, urgentAlerts: false };
const everyDay = { sun: true, mon: true, tue: true, wed: true, thu: true, fri: true, sat: true };
const workingDays = { ...everyDay, sun: false, sat: false };

describe.each(majorsOfThisRun)("on PostgreSQL %s, beside an existing OvenAI", (major) => {
  const {
    client,
    ovenai,
    person,
    one,
    saveChannels,
    saveDashboard,
    patch,
    stored,
    channel,
    appearance,
    remainders,
  } = useOldApp(major);

  describe("of channels, a save of the old app", () => {
    it("that switches one off is off in every category, whatever was on", async () => {
      await patch("notification_settings", { push_notifications: { ...on, heatProgressions: true } });
      await saveChannels({ push_notifications: off });
      expect(await channel("push")).toEqual({});
      await saveChannels({ email_notifications: { enabled: false } });
      expect(await channel("email")).toEqual(everyCategory);
    });

    it("by a boolean is off, or on, in every category", async () => {
      await client().query(
        `insert into public.user_notification_settings (user_id, email_notifications, push_notifications)
         values ($1, 'false', 'true')`,
        [person()],
      );
      expect(await channel("email")).toEqual(everyCategory);
      expect(Object.values((await channel("push")) ?? {})).toEqual([true, true, true, true, true]);
    });

    it("that says the program's own of it again leaves on what was switched on with us", async () => {
      await patch("notification_settings", { sms_notifications: { heatProgressions: true } });
      await saveChannels({ sms_notifications: sms });
      expect(await channel("sms")).toEqual({ heatProgressions: true });
    });

    it("never switches on what a program says for everybody", async () => {
      await patch("notification_settings", { push_notifications: { leadUpdates: false } });
      await saveChannels({ push_notifications: { ...on, systemAlerts: true, realTimeUpdates: true } });
      const effective = await one(
        `select push_notifications -> 'leadUpdates' as it from public.effective_notification_settings where user_id = $1`,
        [person()],
      );
      expect(effective?.it).toBe(false);
    });

    it("in flat keys of the schedule reaches the channels they are about", async () => {
      await saveChannels({
        notification_schedule: {
          whatsapp_notifications: true,
          meeting_notifications: false,
          quiet_hours_start: "21:00",
          quiet_hours_end: "07:00",
          quiet_hours_enabled: true,
        },
      });
      expect(await channel("whatsapp")).toEqual({
        leadUpdates: true,
        bantQualifications: true,
        heatProgressions: true,
      });
      expect(await channel("email")).toEqual({ meetingReminders: false, calendlyBookings: false });
      expect(await stored("user_notification_settings", "notification_schedule")).toEqual({
        quietHours: { enabled: true, start: "21:00", end: "07:00", urgentPasses: false },
      });
    });

    it("completes working hours without days by the days that hold", async () => {
      const hours = { start: "08:00", end: "16:30" };
      await saveChannels({
        notification_schedule: { workingHours: hours, timezone: "UTC", weekends: false },
      });
      expect(await stored("user_notification_settings", "notification_schedule")).toEqual({
        workingHours: { ...hours, days: workingDays },
      });
      await saveChannels({
        notification_schedule: { workingHours: { start: "8:00", end: "15:00" }, weekends: true },
      });
      expect(await stored("user_notification_settings", "notification_schedule")).toEqual({
        workingHours: { start: "08:00", end: "15:00", days: everyDay },
      });
    });
  });

  describe("of a dashboard, a save of the old app", () => {
    it("for all projects reaches the one row that a person has for them", async () => {
      const all = { client_id: null, project_id: null };
      await saveDashboard({ ...all, widget_visibility: { metrics: false } });
      await saveDashboard({
        ...all,
        client_id: ovenai().clients.estates,
        widget_visibility: { insights: false },
      });
      expect(await stored("user_dashboard_settings", "widget_visibility")).toEqual({
        metrics: false,
        insights: false,
      });
    });

    it("for a project goes to that project, as it was seen there", async () => {
      await patch("dashboard_settings", { dashboard_preferences: { defaultView: "compact" } });
      const scope = { client_id: ovenai().clients.estates, project_id: ovenai().projects.active };
      const preferences = { defaultView: "enhanced", autoRefresh: false };
      await saveDashboard({ ...scope, widget_layout: [], dashboard_preferences: preferences });
      const read = () => stored("user_dashboard_settings", "dashboard_preferences", scope.project_id);
      expect(await read()).toEqual(preferences);
      await saveDashboard({ ...scope, dashboard_preferences: { ...preferences, defaultView: "minimal" } });
      expect(await read()).toEqual({ autoRefresh: false });
    });

    it("says in the preferences of the person that nothing moves, and takes it back", async () => {
      const all = { client_id: null, project_id: null };
      await saveDashboard({ ...all, dashboard_preferences: { animationsEnabled: false } });
      expect(await appearance()).toEqual({ reduceMotion: true });
      await saveDashboard({ ...all, dashboard_preferences: { animationsEnabled: true } });
      expect(await appearance()).toEqual({});
    });

    it("of a list of widgets keeps the list aside", async () => {
      const list = [{ i: "metrics", x: 0, y: 0, w: 12, h: 2 }];
      await saveDashboard({ client_id: null, project_id: null, widget_layout: list });
      expect(await stored("user_dashboard_settings", "widget_layout")).toEqual({});
      expect(await remainders()).toEqual([
        { relation: "user_dashboard_settings", attribute: "widget_layout", content: list },
      ]);
    });
  });
});
