/** Every address of the app, so that no component spells one. */
const withQuery = <Path extends string>(path: Path, query: Record<string, string | undefined>) => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, value);
  return search.size > 0 ? (`${path}?${search.toString()}` as const) : path;
};

export const paths = {
  home: () => "/" as const,
  /** The dashboard, wherever the person was before. */
  start: () => "/?start" as const,
  signIn: (next?: string) => withQuery("/sign-in", { next }),
  signUp: () => "/sign-up" as const,
  reset: () => "/reset" as const,
  newPassword: () => "/reset/new" as const,
  callback: () => "/callback" as const,
  welcome: () => "/welcome" as const,
  setUp: () => "/set-up" as const,
  dashboard: (projectId: string) => `/dashboard/${projectId}` as const,
  leads: (projectId: string, heat?: string) => withQuery("/leads", { project: projectId, heat }),
  lead: (leadId: string) => `/leads/${leadId}` as const,
  settings: {
    dashboard: (projectId?: string) => withQuery("/settings/dashboard", { project: projectId }),
    notifications: () => "/settings/notifications" as const,
    preferences: () => "/settings/preferences" as const,
    integrations: () => "/settings/integrations" as const,
    activity: (filter: { section?: string; source?: string; setting?: string } = {}) =>
      withQuery("/settings/activity", {
        section: filter.section,
        source: filter.source,
        setting: filter.setting,
      }),
  },
  /** Shown in place of a page that cannot be had; public/sw.js keeps it. */
  offline: () => "/offline" as const,
  serviceWorker: (build: string) => `/sw.js?build=${encodeURIComponent(build)}`,
  api: {
    health: () => "/api/health" as const,
    realtimeToken: (userId: string) => withQuery("/api/realtime-token", { userId }),
    notifications: (userId: string, afterSeq: number) =>
      withQuery("/api/notifications", { userId, after: String(afterSeq) }),
    settings: (userId: string, projectId: string | null) =>
      withQuery("/api/settings", { userId, projectId: projectId ?? undefined }),
    activity: (userId: string, filter: Record<string, string | undefined>, before?: number) =>
      withQuery("/api/settings/activity", { userId, ...filter, before: before?.toString() }),
    settingsAsOf: (userId: string, moment: string) => withQuery("/api/settings/as-of", { userId, moment }),
    dashboardPanels: (projectId: string) => withQuery("/api/dashboard", { project: projectId }),
  },
};
