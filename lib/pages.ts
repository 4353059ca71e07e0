/**
 * Every page of the app, once. What is made of this list: the navigation, the palette, the settings search, the page a
 * person is led back to, the pages that open without a network, the pages that tests walk, and docs/screens.md.
 *
 * A page of a signed-in person is named by its words: messages `shell.<key>`. A settings page also has the words
 * `settings.<last part of its address>.{title,pageTitle,description}`, and a route file under app/(app)/settings.
 */
type Page = {
  /** As the folders under app/ say it, without groups such as (app). */
  readonly address: `/${string}`;
  /** What follows the address: the id of one project or lead. */
  readonly param?: "projectId" | "leadId";
  /** `?project=` opens the page for that project. */
  readonly takesProject?: boolean;
};

/** Names of the icons that pages have; components/navigation/page-icons.ts draws them. */
export type PageIcon =
  | "dashboard"
  | "leads"
  | "settings"
  | "widgets"
  | "bell"
  | "sliders"
  | "plug"
  | "history"
  | "account"
  | "destinations";

export type SettingsPage = Page & {
  readonly address: `/settings/${string}`;
  /** Left out: the icon of the settings. */
  readonly icon?: PageIcon;
  /** The section whose settings the page shows, but for the columns that another page names. */
  readonly section?: string;
  /** Columns whose settings the page shows. */
  readonly columns?: readonly string[];
  /** The device can show the page by itself. */
  readonly offline?: boolean;
};

/** Shown to whoever is not signed in. */
export const guestPages = {
  signIn: { address: "/sign-in" },
  signUp: { address: "/sign-up" },
  reset: { address: "/reset" },
  callback: { address: "/callback" },
} as const satisfies Record<string, Page>;

/** Shown to whoever is signed in and has no project yet; `newPassword` also to others. */
export const newcomerPages = {
  welcome: { address: "/welcome" },
  newPassword: { address: "/reset/new" },
} as const satisfies Record<string, Page>;

/** Pages that lead on, or stand in for another: public/sw.js shows `offline` at any address it cannot get. */
export const standInPages = {
  home: { address: "/" },
  setUp: { address: "/set-up" },
  offline: { address: "/offline" },
} as const satisfies Record<string, Page>;

/** Shown to a signed-in person, besides the settings. */
export const memberPages = {
  dashboard: { address: "/dashboard", param: "projectId" },
  leads: { address: "/leads", takesProject: true },
  lead: { address: "/leads", param: "leadId" },
  notifications: { address: "/notifications" },
} as const satisfies Record<string, Page>;

/** The pages of the settings, in the order of their navigation. */
export const settingsPages = {
  settingsDashboard: {
    address: "/settings/dashboard",
    icon: "widgets",
    section: "dashboard",
    offline: true,
    takesProject: true,
  },
  settingsNotifications: {
    address: "/settings/notifications",
    icon: "bell",
    section: "notifications",
    offline: true,
  },
  settingsDestinations: { address: "/settings/destinations", icon: "destinations" },
  settingsPreferences: {
    address: "/settings/preferences",
    icon: "sliders",
    section: "preferences",
    offline: true,
  },
  settingsIntegrations: {
    address: "/settings/integrations",
    icon: "plug",
    columns: ["integration_settings"],
    offline: true,
  },
  settingsActivity: { address: "/settings/activity", icon: "history" },
  settingsAccount: { address: "/settings/account", icon: "account" },
} as const satisfies Record<string, SettingsPage>;

export const settingsRoot = "/settings";

/**
 * What the main navigation, the palette and the quick keys (G, then `quickKey`) lead to, in this order: messages
 * `shell.<name>`. Every page whose address begins with `root` belongs to the area.
 */
export const areas = [
  { name: "dashboard", root: memberPages.dashboard.address, icon: "dashboard", quickKey: "d" },
  { name: "leads", root: memberPages.leads.address, icon: "leads", quickKey: "l" },
  { name: "settings", root: settingsRoot, icon: "settings", quickKey: "s" },
] as const satisfies readonly { name: string; root: `/${string}`; icon: PageIcon; quickKey: string }[];

export type AreaName = (typeof areas)[number]["name"];
export type SettingsPageName = keyof typeof settingsPages;
export type SettingsAddress = (typeof settingsPages)[SettingsPageName]["address"];
/** The last part of a settings page's address: messages `settings.<part>`. */
export type SettingsPart = SettingsAddress extends `${typeof settingsRoot}/${infer Part}` ? Part : never;

const declared: Record<SettingsPageName, SettingsPage & { address: SettingsAddress }> = settingsPages;
const isSettingsPageName = (key: string): key is SettingsPageName => Object.hasOwn(settingsPages, key);

export const settingsPageList = Object.keys(settingsPages)
  .filter(isSettingsPageName)
  .map((name) => ({ name, ...declared[name] }));

/** The settings page that shows the settings of a column; undefined for a column that no page shows. */
export const pageOfColumn = (section: string, column: string) =>
  settingsPageList.find(({ columns }) => columns?.includes(column)) ??
  settingsPageList.find((page) => page.section === section);

/** The last part of a settings page's address: messages `settings.<part>`. */
export const settingsPart = (name: SettingsPageName): string =>
  settingsPages[name].address.slice(settingsRoot.length + 1);

/** Whether an address within the app is the root or below it. */
export const isUnder = (pathname: string, root: string): boolean =>
  pathname === root || pathname.startsWith(`${root}/`);

/** The id that follows the address of a page; null for the address of another page. */
export function idAt({ address }: Page, pathname: string): string | null {
  const id = pathname.startsWith(`${address}/`) ? pathname.slice(address.length + 1) : "";
  return id === "" || id.includes("/") ? null : id;
}

/** Whether an address within the app is that of the page. */
export const isAddressOf = (page: Page, pathname: string): boolean =>
  page.param ? idAt(page, pathname) !== null : pathname === page.address;
