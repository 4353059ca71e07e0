import type { Page } from "@playwright/test";
import { inboxViews } from "../../lib/notifications/inbox/query";
import { memberPages, newcomerPages, settingsPageList, settingsPart } from "../../lib/pages";
import { paths } from "../../lib/paths";

/** A place of the app as docs/messages names it, and how one comes there from anywhere else in it. */
export type Place = Readonly<{ id: string; title: string; open(page: Page): Promise<unknown> }>;

const at =
  (app: string, path: string) =>
  (page: Page): Promise<unknown> =>
    page.goto(`${app}${path}`);

/** What whoever is not signed in sees; the last of them signs up. */
export const guestPlaces = (app: string, email: string): Place[] => [
  ...signInPlaces(app, email),
  ...linkPlaces(app),
  { id: "not-found", title: "An address with nothing at it", open: at(app, "/nowhere") },
  ...signUpPlaces(app, email),
];

const signInPlaces = (app: string, email: string): Place[] => [
  { id: "sign-in", title: "Sign in", open: at(app, paths.signIn()) },
  {
    id: "sign-in-refused",
    title: "Sign in, with a wrong password",
    open: async (page) => {
      await page.goto(`${app}${paths.signIn()}`);
      await fillIn(page, { username: "nobody@demo.local", "current-password": "wrong-wrong" });
      await page.locator("form [role=alert], form [aria-invalid=true]").first().waitFor();
    },
  },
  { id: "sign-in-deleted", title: "Sign in, after the account was deleted", open: at(app, paths.deleted()) },
  { id: "reset", title: "A forgotten password", open: at(app, paths.reset()) },
  {
    id: "reset-sent",
    title: "A forgotten password, the link is sent",
    open: async (page) => {
      await page.goto(`${app}${paths.reset()}`);
      await fillIn(page, { username: email });
      await page.locator("form").waitFor({ state: "detached" });
    },
  },
];

const linkTo = (app: string, type: string) => at(app, `${paths.callback()}?token_hash=spent&type=${type}`);

const linkPlaces = (app: string): Place[] => [
  { id: "callback", title: "A link to a new password", open: linkTo(app, "recovery") },
  { id: "callback-confirm", title: "A link that confirms an address", open: linkTo(app, "email") },
  { id: "callback-change", title: "A link that confirms a new address", open: linkTo(app, "email_change") },
  {
    id: "callback-spent",
    title: "A link that was used",
    open: async (page) => {
      await linkTo(app, "recovery")(page);
      await page.locator("main button").first().click();
      await page.locator("main a").first().waitFor();
    },
  },
];

const signUpPlaces = (app: string, email: string): Place[] => [
  {
    id: "sign-up-empty",
    title: "Sign up, with nothing filled in",
    open: async (page) => {
      await page.goto(`${app}${paths.signUp()}`);
      await fillIn(page, {});
      await page.locator("form [aria-invalid=true]").first().waitFor();
    },
  },
  { id: "sign-up", title: "Sign up", open: at(app, paths.signUp()) },
  {
    id: "welcome",
    title: "Welcome",
    open: async (page) => {
      await page.goto(`${app}${paths.signUp()}`);
      await fillIn(page, { name: "Nadia", username: email, "new-password": "demo-demo-demo" });
      await page.waitForURL(/\/welcome$/);
    },
  },
];

/** What somebody sees who has just signed up, from their first project on. */
export const newcomerPlaces = (app: string): Place[] => [
  { id: "new-password", title: "A new password", open: at(app, newcomerPages.newPassword.address) },
  {
    id: "first-dashboard",
    title: "The dashboard of a new project",
    open: async (page) => {
      await page.goto(`${app}${newcomerPages.welcome.address}`);
      await fillIn(page, { organization: "Acme", off: "Spring" });
      await page.waitForURL(/\/dashboard\//);
    },
  },
  { id: "first-leads", title: "The leads of a new project", open: at(app, memberPages.leads.address) },
  {
    id: "first-inbox",
    title: "The notifications of a new account",
    open: at(app, memberPages.notifications.address),
  },
  { id: "first-activity", title: "The activity of a new account", open: at(app, paths.settings.activity()) },
];

/** Fills in fields by what they tell a password manager of themselves, in any language, and sends the form. */
async function fillIn(page: Page, values: Record<string, string>) {
  // A form that React has not taken over yet is sent without its code.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("form [type=submit]") ?? {}).some((key) => key.startsWith("__react")),
  );
  for (const [name, value] of Object.entries(values))
    await page.locator(`form input[autocomplete="${name}"]`).fill(value);
  await page.locator("form [type=submit]").click();
}

/** What an owner sees. `project`: one of theirs. `lead`: one of its leads. */
export const ownerPlaces = (app: string, project: string, lead: string): Place[] => [
  { id: "dashboard", title: "Dashboard", open: at(app, paths.dashboard(project)) },
  { id: "leads", title: "Leads", open: at(app, paths.leads(project)) },
  { id: "lead", title: "A lead", open: at(app, paths.lead(lead)) },
  ...inboxViews.map((view) => ({
    id: `inbox-${view}`,
    title: `Notifications: ${view}`,
    open: at(app, paths.notifications({ view })),
  })),
  ...settingsPageList.flatMap(({ name, address, takesProject }): Place[] => {
    const part = settingsPart(name);
    const own = { id: `settings-${part}`, title: `Settings: ${part}`, open: at(app, address) };
    const ofProject = {
      id: `settings-${part}-project`,
      title: `Settings: ${part}, of one project`,
      open: at(app, `${address}?project=${project}`),
    };
    return takesProject ? [own, ofProject] : [own];
  }),
  {
    id: "palette",
    title: "The palette",
    open: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    id: "shortcuts",
    title: "The list of shortcuts",
    open: async (page) => {
      await page.reload();
      await page.locator("main button").first().waitFor();
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
];

/** What an owner sees who is connected with other services. `lead`: one of theirs. */
export const connectedPlaces = (app: string, lead: string): Place[] => [
  {
    id: "settings-integrations-connected",
    title: "Settings: integrations, connected",
    open: at(app, paths.settings.integrations()),
  },
  {
    id: "settings-notifications-connected",
    title: "Settings: notifications, with other channels",
    open: at(app, paths.settings.notifications()),
  },
  { id: "lead-connected", title: "A lead, with other channels", open: at(app, paths.lead(lead)) },
];

/** What the device shows by itself. */
export const offlinePlaces = (app: string): Place[] => [
  {
    id: "offline-settings",
    title: "Without a network: the settings",
    open: at(app, paths.settings.dashboard()),
  },
  {
    id: "offline-other",
    title: "Without a network: any other page",
    open: at(app, memberPages.leads.address),
  },
];
