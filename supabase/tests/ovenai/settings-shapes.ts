import type { JsonObject } from "@/lib/settings/json";

/** What a person's rows of the three settings tables hold; a column that is left out has the table's default. */
export type SettingsRows = Readonly<{ app: JsonObject; notifications: JsonObject; dashboard: JsonObject }>;

/** Whole documents of the tables' own shape, each with something that a person changed. */
export const editedSettings: SettingsRows = {
  app: {
    interface_settings: {
      theme: "dark",
      language: "he",
      rtl: true,
      density: "spacious",
      sidebarCollapsed: true,
      colorScheme: "blue",
    },
    data_preferences: {
      dateFormat: "DD/MM/YYYY",
      timeFormat: "24h",
      numberFormat: "he-IL",
      currency: "ILS",
      pagination: 50,
      sortPreferences: { leads: "created_at" },
    },
    feature_preferences: {
      betaFeatures: true,
      debugMode: false,
      advancedMode: true,
      analytics: false,
      tutorials: false,
    },
    updated_at: "2026-02-01T00:00:00Z",
  },
  notifications: {
    email_notifications: {
      leadUpdates: false,
      bantQualifications: true,
      calendlyBookings: true,
      heatProgressions: false,
      meetingReminders: true,
      systemAlerts: false,
      weeklyReports: false,
    },
    push_notifications: {
      leadUpdates: true,
      meetingReminders: false,
      systemAlerts: true,
      realTimeUpdates: true,
    },
    sms_notifications: { leadUpdates: false, meetingReminders: true, urgentAlerts: true },
    notification_schedule: {
      workingHours: { start: "08:00", end: "16:30" },
      timezone: "Asia/Jerusalem",
      weekends: true,
      quietHours: { enabled: false, start: "23:00", end: "07:00" },
    },
    updated_at: "2026-02-01T00:00:00Z",
  },
  dashboard: {
    widget_visibility: {
      metrics: true,
      monthlyPerformance: false,
      leadsConversions: true,
      revenueChannel: false,
      pieCharts: true,
      recentActivity: true,
      insights: true,
      performanceTargets: false,
    },
    widget_layout: [
      { i: "metrics", x: 0, y: 0, w: 12, h: 2 },
      { i: "recentActivity", x: 0, y: 2, w: 6, h: 4 },
    ],
    dashboard_preferences: {
      defaultView: "minimal",
      autoRefresh: false,
      refreshInterval: 600_000,
      compactMode: true,
      showTooltips: false,
      animationsEnabled: false,
    },
    updated_at: "2026-01-01T00:00:00Z",
  },
};

/** Flat keys and other widget names. */
export const flatSettings: SettingsRows = {
  app: {
    interface_settings: { theme: "light", language: "he", timezone: "Asia/Jerusalem", show_debug_info: true },
    data_preferences: {
      date_format: "DD/MM/YYYY",
      time_format: "24h",
      timezone: "Asia/Jerusalem",
      auto_refresh: true,
      refresh_interval: 30,
    },
  },
  notifications: {
    email_notifications: true,
    push_notifications: false,
    sms_notifications: false,
    notification_schedule: {
      whatsapp_notifications: true,
      lead_notifications: true,
      meeting_notifications: true,
      system_notifications: false,
      quiet_hours_enabled: true,
      quiet_hours_start: "21:00",
      quiet_hours_end: "07:00",
      notification_frequency: "real-time",
    },
  },
  dashboard: {
    widget_visibility: {
      totalLeads: true,
      bantQualification: false,
      hotBurningLeads: true,
      firstMessageRate: true,
      meetingPipeline: false,
      temperatureDistribution: true,
    },
    dashboard_preferences: { default_view: "overview", refresh_interval: 300 },
  },
};

/** The documents of the form, where each channel says how often and of what. */
export const formSettings: SettingsRows = {
  app: {
    interface_settings: { theme: "system", language: "ar", rtl: true },
    data_preferences: {
      dateFormat: "YYYY-MM-DD",
      timeFormat: "24h",
      timezone: "Asia/Jerusalem",
      currency: "EUR",
    },
    feature_preferences: { ui_preferences: { cardsPerRow: 3, welcomeTour: false } },
  },
  notifications: {
    email_notifications: { enabled: true, frequency: "daily", types: ["leads", "meetings"] },
    push_notifications: { enabled: false, frequency: "immediate", types: [] },
    sms_notifications: { enabled: false, frequency: "weekly", types: ["urgent"] },
  },
  dashboard: {
    widget_visibility: { metrics: true, insights: false },
    widget_layout: { layout_preferences: { gridSpacing: 12 }, widget_settings: { borders: true } },
    dashboard_preferences: { defaultView: "detailed", autoRefresh: true, refreshInterval: 30_000 },
  },
};

/** No document where one is expected. */
export const oddSettings: SettingsRows = {
  app: {
    interface_settings: true,
    data_preferences: null,
    feature_preferences: ["betaFeatures"],
    integration_settings: false,
    created_at: null,
    updated_at: null,
  },
  notifications: {
    email_notifications: false,
    push_notifications: false,
    sms_notifications: false,
    notification_schedule: "09:00-17:00",
  },
  dashboard: { widget_visibility: true, widget_layout: [[]], dashboard_preferences: [] },
};
