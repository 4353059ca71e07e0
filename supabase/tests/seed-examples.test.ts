import { createClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noRealtime } from "@/lib/supabase/transport";
import { createNotificationStore } from "@/lib/notifications/store";
import { createSessionStore } from "@/lib/session/store";
import { createSettingsStore } from "@/lib/settings/store";
import { createUserSettingsService } from "@/lib/user-settings/service";
import type { Supabase } from "@/local/supabase/supabase";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { issueToken, startTestSupabase, stockClient } from "@/local/test-supabase";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let supabase: Supabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.pool);
  supabase = await startTestSupabase(database);
});
afterAll(async () => {
  await supabase.stop();
  await database.drop();
});

/** The service of the viewer, who has stored nothing yet, on the real REST interface. */
function serviceOf(userId: string) {
  const secret = createClient(supabase.url, supabase.keys.secret, {
    auth: { persistSession: false },
    realtime: noRealtime,
  });
  const client = stockClient(supabase, () => issueToken(userId));
  return createUserSettingsService({
    userId,
    settings: createSettingsStore(client),
    session: createSessionStore(client),
    privileged: () => createNotificationStore(secret),
    onReadFailure: (thrown) => {
      throw thrown;
    },
  });
}
const stored = async (table: string, userId: string) =>
  (await database.pool.query(`select * from public.${table} where user_id = $1`, [userId])).rows[0];

describe("the code of the original design document, as it stands there", () => {
  it("updates lead qualification notification preferences", async () => {
    const { viewer } = world.people;
    const userSettingsService = serviceOf(viewer);
    // Update lead qualification notification preferences
    await userSettingsService.updateNotificationSettings({
      email_notifications: {
        bantQualifications: true,
        heatProgressions: true,
        calendlyBookings: true,
        meetingReminders: true,
      },
    });
    expect((await stored("user_notification_settings", viewer)).email_notifications).toEqual({
      bantQualifications: true,
      heatProgressions: true,
      calendlyBookings: true,
      meetingReminders: true,
    });
    const { value, provenance } = await userSettingsService.getNotificationSettings();
    expect(value.email_notifications).toMatchObject({ leadUpdates: true, bantQualifications: true });
    expect(provenance).toMatchObject({
      "email_notifications.bantQualifications": "user",
      "email_notifications.leadUpdates": "default",
    });
  });

  it("configures the Calendly integration", async () => {
    const { viewer } = world.people;
    const userSettingsService = serviceOf(viewer);
    // Configure Calendly integration
    await userSettingsService.updateAppPreferences({
      integration_settings: {
        calendly: {
          enabled: true,
          autoSync: true,
          defaultMeetingType: "BANT_qualification",
          bookingNotifications: true,
        },
      },
    });
    expect((await stored("user_app_preferences", viewer)).integration_settings).toEqual({
      calendly: {
        enabled: true,
        autoSync: true,
        defaultMeetingType: "BANT_qualification",
        bookingNotifications: true,
      },
    });
    expect((await userSettingsService.getAppPreferences()).version).toBe(1);
  });

  it("creates a BANT qualification notification", async () => {
    const { owner } = world.people;
    const userSettingsService = serviceOf(owner);
    const [leadId, leadName] = [world.leadId, "Dana"];
    const before = await database.pool.query(
      "select max(seq) as seq from public.notifications where user_id = $1",
      [owner],
    );
    // Create BANT qualification notification
    await userSettingsService.createNotification({
      title: "BANT Qualification Complete",
      message: `Lead ${leadName} has completed BANT qualification and is ready for meeting scheduling.`,
      type: "success",
      action_url: `/leads/${leadId}`,
      metadata: {
        category: "bant_qualification",
        priority: "high",
        lead_id: leadId,
        heat_level: "hot",
      },
    });
    const { rows } = await database.pool.query(
      "select title, type, action_url from public.notifications where user_id = $1 and seq > $2",
      [owner, before.rows[0].seq],
    );
    expect(rows).toEqual([
      { title: "BANT Qualification Complete", type: "success", action_url: `/leads/${leadId}` },
    ]);
  });

  it("answers every core method", async () => {
    const { member } = world.people;
    const { projectId } = world;
    const userSettingsService = serviceOf(member);
    const settings = { widget_visibility: { insights: false } };
    const preferences = { interface_settings: { theme: "dark" } } as const;
    const state = { current_context: { projectId } };
    const [sessionId] = ["a-device"];

    // Dashboard Settings
    await userSettingsService.getDashboardSettings(projectId);
    await userSettingsService.updateDashboardSettings(settings, projectId);

    // Notifications
    await userSettingsService.getNotificationSettings();
    await userSettingsService.updateNotificationSettings({
      notification_schedule: { quietHours: { enabled: false } },
    });

    // App Preferences
    await userSettingsService.getAppPreferences();
    await userSettingsService.updateAppPreferences(preferences);

    // Session State
    await userSettingsService.getSessionState(sessionId);
    await userSettingsService.updateSessionState(state, sessionId);

    const [dashboard, notifications, preferred, session] = await Promise.all([
      userSettingsService.getDashboardSettings(projectId),
      userSettingsService.getNotificationSettings(),
      userSettingsService.getAppPreferences(),
      userSettingsService.getSessionState(sessionId),
    ]);
    expect(dashboard).toMatchObject({ value: settings, version: 1, status: "fresh" });
    expect(notifications.value.notification_schedule.quietHours).toEqual({
      enabled: false,
      start: "22:00",
      end: "08:00",
      urgentPasses: false,
    });
    expect(preferred).toMatchObject({ value: preferences, version: 1, status: "fresh" });
    expect(session).toMatchObject({ value: state, status: "fresh" });
  });
});
