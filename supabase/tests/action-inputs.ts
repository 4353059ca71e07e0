import { randomUUID } from "node:crypto";
import { stockClient } from "@/local/test-supabase";
import { password, type ActionGround, type ActionInput } from "./action-ground";
import { destinationInputs } from "./destination-inputs";
import { leadInputs } from "./lead-inputs";
import { settingsInputs } from "./settings-inputs";

/** A notification of the owner, who is signed in. */
async function told({ beOwner, database }: ActionGround) {
  const userId = await beOwner();
  const { rows } = await database.pool.query<{ id: string }>(
    "insert into public.notifications (user_id, category, title) values ($1, 'leadUpdates', 'New') returning id",
    [userId],
  );
  return { userId, id: String(rows[0]?.id) };
}
/** What tells the owner of an account that a device is new, or that its password or address changed. */
const toldTables = ["public.notifications", "private.notification_counters"];
const nobody = "00000000-0000-4000-8000-000000000000";

/** Every action that takes an input, by its name and, where it takes several sorts, the sort. */
export const actionInputs: Readonly<Record<string, ActionInput>> = {
  signIn: {
    action: "signIn",
    async prepare({ beVisitor }) {
      const { userId, email } = await beVisitor();
      return { caller: userId, input: { email, password } };
    },
    writes: ["auth.users", "auth.sessions", "auth.refresh_tokens", ...toldTables],
  },
  signUp: {
    action: "signUp",
    async prepare({ beVisitor }) {
      await beVisitor();
      const email = `${randomUUID()}@test.local`;
      return { caller: nobody, input: { name: "Nobody", email, password } };
    },
    writes: ["auth.users", "auth.identities", "auth.sessions", "auth.refresh_tokens"],
    keeps: ["name"],
  },
  requestPasswordReset: {
    action: "requestPasswordReset",
    async prepare({ beVisitor }) {
      const { userId, email } = await beVisitor();
      return { caller: userId, input: { email } };
    },
    writes: ["auth.users"],
  },
  openMailLink: {
    action: "openMailLink",
    async prepare({ beVisitor, supabase, mailedToken }) {
      const { userId, email } = await beVisitor();
      await stockClient(supabase).auth.resetPasswordForEmail(email);
      return { caller: userId, input: { token_hash: await mailedToken(userId), type: "recovery" } };
    },
    writes: ["auth.users", "auth.sessions", "auth.refresh_tokens", ...toldTables],
  },
  setPassword: {
    action: "setPassword",
    prepare: async ({ beRecovered }) => ({
      caller: await beRecovered(),
      input: { password: "another password of nobody" },
    }),
    writes: ["auth.users", "auth.sessions", "auth.refresh_tokens", ...toldTables],
  },
  changeName: {
    action: "changeName",
    prepare: async ({ beAccount }) => ({ caller: (await beAccount()).userId, input: { name: "Somebody" } }),
    writes: ["auth.users"],
    keeps: ["name"],
  },
  changeEmail: {
    action: "changeEmail",
    async prepare({ beAccount }) {
      const { userId } = await beAccount();
      return { caller: userId, input: { email: `${randomUUID()}@test.local`, current: password } };
    },
    writes: ["auth.users", "auth.sessions", "auth.refresh_tokens", ...toldTables],
  },
  endSignIns: {
    action: "endSignIns",
    async prepare({ beAccount, supabase, database }) {
      const { userId, email } = await beAccount();
      await stockClient(supabase).auth.signInWithPassword({ email, password });
      const { rows } = await database.pool.query(
        "select id from auth.sessions where user_id = $1 order by created_at desc limit 1",
        [userId],
      );
      return { caller: userId, input: { signInId: String(rows[0].id) } };
    },
    writes: ["auth.sessions", "auth.refresh_tokens"],
  },
  deleteAccount: {
    action: "deleteAccount",
    async prepare({ beAccount }) {
      const { userId, email } = await beAccount();
      return { caller: userId, input: { email, current: password } };
    },
    writes: ["auth.users", "auth.identities", "auth.sessions", "auth.refresh_tokens", "private.erasures"],
  },
  createWorkspace: {
    action: "createWorkspace",
    prepare: async ({ beNewcomer }) => ({
      caller: await beNewcomer(),
      input: { name: "Bakery", project: "Oven" },
    }),
    writes: ["public.clients", "public.client_members", "public.projects", "public.project_members"],
    keeps: ["name", "project"],
  },
  ...leadInputs,
  setPerformanceTargets: {
    action: "setPerformanceTargets",
    prepare: async ({ beOwner, world }) => ({
      caller: await beOwner(),
      input: {
        projectId: world.projectId,
        month: "2026-12-01",
        targets: { leads: 24, qualified: 3, meetings: 2, revenue: null },
      },
    }),
    writes: ["public.performance_targets"],
  },
  markNotificationsRead: {
    action: "markNotificationsRead",
    async prepare(ground) {
      const { userId, id } = await told(ground);
      return { caller: userId, input: { userId, ids: [id], read: true } };
    },
    writes: ["public.notifications"],
  },
  markNotificationsThrough: {
    action: "markNotificationsThrough",
    async prepare(ground) {
      const { userId } = await told(ground);
      const markedAt = "2026-11-22T10:00:00.123456+00:00";
      return { caller: userId, input: { userId, through: 1_000, read: true, markedAt } };
    },
    writes: ["public.notifications"],
  },
  changeNotifications: {
    action: "changeNotifications",
    async prepare(ground) {
      const { userId, id } = await told(ground);
      const change = { archived: true, read: true };
      return { caller: userId, input: { userId, ids: [id], change } };
    },
    writes: ["public.notifications"],
  },
  setCalendarAddress: {
    action: "setCalendarAddress",
    prepare: async ({ beOwner }) => {
      const userId = await beOwner();
      return { caller: userId, input: { userId, wanted: true } };
    },
    writes: ["private.calendar_addresses"],
  },
  setSubscription: {
    action: "setSubscription",
    prepare: async ({ beOwner, world }) => {
      const userId = await beOwner();
      const { projectId, leadId } = world;
      return {
        caller: userId,
        input: { userId, projectId, leadId, state: "muted", until: "2100-01-01T09:00:00Z" },
      };
    },
    writes: ["public.notification_subscriptions"],
  },
  ...destinationInputs,
  ...settingsInputs,
};
