import { answers, type Outcome } from "./program";

/** What a program meets after the set-up where it is not what it met before, and why. */
type Otherwise = Readonly<{ why: string; outcome: Outcome }>;

const ofTheSignUp = "a session that the sign-up made for no device was kept aside with the old rows";
const rows = {
  profiles: 0,
  app: 1,
  notification: 1,
  dashboard: 1,
  targets: 1,
  session: 0,
  aggregated: 1,
  welcome: 1,
};

/** By the name of the program; all others meet what they met. */
export const otherwise: Readonly<Record<string, Otherwise>> = {
  "the browser inserts a notification for another person": {
    why: "nobody may forge a notification for somebody else",
    outcome: { error: "42501" },
  },
  "the app saves the app preferences of a person who has some, on conflict of the person": {
    why: "a row holds what a person chose, in our words; what the save does not name stays",
    outcome: answers([
      {
        interface_settings: {
          theme: "dark",
          language: "he",
          density: "compact",
          reduceMotion: true,
          sidebarCollapsed: true,
          colorScheme: "blue",
        },
        currency: "ILS",
      },
    ]),
  },
  "the app saves the notification settings of a person, on conflict of the person": {
    why: "what is the same as the inherited is not stored, and the zone was a program's",
    outcome: answers([
      {
        email_notifications: { leadUpdates: false, systemAlerts: true, weeklyReports: true },
        sms_notifications: { meetingReminders: true, systemAlerts: true, urgentAlerts: false },
        timezone: null,
      },
    ]),
  },
  "the app saves the dashboard of a project, on conflict of person, client and project": {
    why: "the person is in no client: a dashboard of a project is its members' (ovenai-saves-of-parts.test.ts)",
    outcome: { error: "42501" },
  },
  "the app saves one more dashboard for all projects, for nulls never conflict": {
    why: "a person has one dashboard for all projects: nulls conflict, and then nothing was to be done",
    outcome: answers([]),
  },
  "the app updates the session of a tab, or inserts it": {
    why: "panels are no list with us, and nobody says in which page the tab was until the app does",
    outcome: answers([{ session_id: "tab.1", ui_state: {}, page: null }]),
  },
  "the initialiser adds to what is there, but for the two tables of one row a person": {
    why: `a person has one dashboard for all projects, and ${ofTheSignUp}`,
    outcome: answers([{ answer: { success: true } }], {
      after: [{ ...rows, targets: 2, session: 1, aggregated: 2, welcome: 2 }],
    }),
  },
  "the first initialiser answers success and stores nothing": {
    why: ofTheSignUp,
    outcome: answers([{ answer: { success: true } }], { after: [rows] }),
  },
  "a person reads the own settings of the four tables and nobody else's": {
    why: ofTheSignUp,
    outcome: answers([{ app: 1, notification: 1, dashboard: 1, session: 0 }]),
  },
};
