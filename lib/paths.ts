import {
  guestPages,
  memberPages,
  newcomerPages,
  settingsPages,
  standInPages,
  type SettingsAddress,
} from "./pages";

/** Every address of the app with what it may ask for, so that no component spells one. lib/pages.ts has the pages. */
const withQuery = <Path extends string>(path: Path, query: Record<string, string | undefined>) => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, value);
  return search.size > 0 ? (`${path}?${search.toString()}` as const) : path;
};

export const paths = {
  home: () => standInPages.home.address,
  /** Opens the dashboard even if the person was last on another page. */
  start: () => `${standInPages.home.address}?start` as const,
  signIn: (next?: string) => withQuery(guestPages.signIn.address, { next }),
  /** Sign-in after the account was deleted. */
  deleted: () => `${guestPages.signIn.address}?deleted` as const,
  /** Sign-in for a person whose session the platform refuses, however valid its signature: the account may be gone. */
  refused: () => `${guestPages.signIn.address}?refused` as const,
  signUp: () => guestPages.signUp.address,
  reset: () => guestPages.reset.address,
  newPassword: () => newcomerPages.newPassword.address,
  callback: () => guestPages.callback.address,
  welcome: () => newcomerPages.welcome.address,
  setUp: () => standInPages.setUp.address,
  dashboard: (projectId: string) => `${memberPages.dashboard.address}/${projectId}` as const,
  /** `counted`: of the leads behind a figure alone (lib/leads/filter.ts). `listed`: searched and sorted (lib/leads/query.ts). */
  leads: (
    projectId: string,
    heat?: string,
    before?: string,
    counted?: Record<"counts" | "from" | "to", string>,
    listed?: Record<"q" | "sort", string | undefined>,
  ) => withQuery(memberPages.leads.address, { project: projectId, heat, ...counted, ...listed, before }),
  lead: (leadId: string) => `${memberPages.lead.address}/${leadId}` as const,
  /** `about`: a project. `open`: the id of one, to which the page scrolls. */
  notifications: (asked: Record<string, string | undefined> = {}) =>
    withQuery(memberPages.notifications.address, {
      view: asked.view,
      about: asked.about,
      category: asked.category,
      q: asked.q,
      group: asked.group,
      open: asked.open,
    }),
  settings: {
    dashboard: (projectId?: string) =>
      withQuery(settingsPages.settingsDashboard.address, { project: projectId }),
    page: (address: SettingsAddress, projectId?: string) => withQuery(address, { project: projectId }),
    notifications: () => settingsPages.settingsNotifications.address,
    preferences: () => settingsPages.settingsPreferences.address,
    integrations: () => settingsPages.settingsIntegrations.address,
    /** After the way to a provider and back; `failure`: why it led to nothing. */
    connected: (provider: string, failure: string | null) =>
      withQuery(
        settingsPages.settingsIntegrations.address,
        failure === null ? { connected: provider } : { failed: failure },
      ),
    activity: (filter: { section?: string; source?: string; setting?: string } = {}) =>
      withQuery(settingsPages.settingsActivity.address, {
        section: filter.section,
        source: filter.source,
        setting: filter.setting,
      }),
    account: () => settingsPages.settingsAccount.address,
    destinations: () => settingsPages.settingsDestinations.address,
  },
  /** Shown instead of a page that cannot be loaded; public/sw.js stores it. */
  offline: () => standInPages.offline.address,
  /** The messages of a language; public/sw.js stores those of the offline page. */
  messages: (file: string) => `/messages/${file}` as const,
  serviceWorker: (build: string) => `/sw.js?build=${encodeURIComponent(build)}`,
  api: {
    health: () => "/api/health" as const,
    pushSubscription: () => "/api/push/subscription" as const,
    realtimeToken: (userId: string) => withQuery("/api/realtime-token", { userId }),
    notifications: (userId: string, afterSeq: number) =>
      withQuery("/api/notifications", { userId, after: String(afterSeq) }),
    inbox: (userId: string, asked: Record<string, string | undefined>) =>
      withQuery("/api/notifications/inbox", { userId, ...asked }),
    subscriptions: (userId: string, projectId?: string) =>
      withQuery("/api/notifications/subscriptions", { userId, projectId }),
    /** What became of a notification on each channel. */
    deliveries: (userId: string, id: string) => withQuery("/api/deliveries", { userId, id }),
    /** The person's notifications of the last 30 days, for a replay. */
    notificationHistory: () => "/api/notifications/history" as const,
    settings: (userId: string, projectId: string | null) =>
      withQuery("/api/settings", { userId, projectId: projectId ?? undefined }),
    activity: (userId: string, filter: Record<string, string | undefined>, before?: number) =>
      withQuery("/api/settings/activity", { userId, ...filter, before: before?.toString() }),
    settingsAsOf: (userId: string, moment: string) => withQuery("/api/settings/as-of", { userId, moment }),
    /** The person's file, to be saved. */
    ownData: () => "/api/account/data" as const,
    /** Turns off, or on again, what the link of a message is about. */
    unsubscribe: (token: string) => `/api/unsubscribe/${token}` as const,
    /** A person's meetings, for a calendar program. */
    calendar: (token: string) => `/api/calendar/${token}` as const,
    /** Where an invitation is answered; `answer`: the one that the link in the mail asks for. */
    meetingAnswer: (token: string, answer?: string) => withQuery(`/api/meeting-answers/${token}`, { answer }),
    /** A page of a list of leads, asked for as its address asks. */
    leads: (asked: Record<string, string | undefined>) => withQuery("/api/leads", asked),
    /** Leads of all the person's projects that have a text in name, company, address or phone. */
    findLeads: (text: string) => withQuery("/api/leads/find", { q: text }),
    /** A page of a lead's conversation; `at` and `id`: only what is older than that entry. */
    leadTalk: (leadId: string, before: Record<string, string | undefined> = {}) =>
      withQuery("/api/leads/talk", { lead: leadId, at: before.at, id: before.id }),
    /** What a lead sent beside words, by the message's id in their conversation. */
    leadMedia: (messageId: string) => withQuery("/api/leads/media", { message: messageId }),
    /** When the people who may write at a lead are busy between two instants. */
    leadTimes: (asked: { lead: string; from: string; to: string }) => withQuery("/api/leads/times", asked),
    /** `panels`: with commas between; `from` and `to`: days of an own period. */
    dashboardPanels: (projectId: string, asked: Record<string, string | undefined>) =>
      withQuery("/api/dashboard", { project: projectId, ...asked }),
  },
};
