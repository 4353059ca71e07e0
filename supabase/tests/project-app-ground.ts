import { randomBytes } from "node:crypto";
import { expect, vi } from "vitest";
import { startSlack } from "@/local/providers/slack/slack";
import { createUser } from "@/local/test-people";
import { createAppPeople, deliver as deliverToPeople } from "./app-people";
import { createIntegrationGround } from "./integration-ground";
import { committedAs } from "./settings-client";

type Seen = { leads: string[]; apps: Record<string, unknown>[] };

/** What the ticker does. */
async function deliver() {
  await deliverToPeople();
  await (await import("@/lib/notifications/delivery/posts/service")).postDue();
}
const service = () => import("@/lib/integrations/project-apps/service");

/** Projects whose admins connect a channel of Slack for everybody, with Slack beside them. */
export async function createProjectAppGround() {
  const slack = await startSlack({ port: 0 });
  vi.stubEnv("SLACK_HOOKS_URL", slack.url);
  const ground = await createIntegrationGround();
  const { newPerson, burn } = createAppPeople(() => ground);
  type Admin = Awaited<ReturnType<typeof newPerson>>;
  const newHook = () => `${slack.url}/services/T0AAAAAAA/B0BBBBBBB/${randomBytes(12).toString("hex")}`;
  const messagesAt = (hook: string) =>
    slack
      .messages()
      .flatMap(({ path, body }) => (new URL(hook).pathname === path ? [JSON.stringify(body)] : []));
  const one = (admin: Admin, userId = admin.userId) => ({
    userId,
    projectId: admin.project,
    provider: "slack",
  });
  /** A project whose admin has connected a channel for everybody, with a second person in it. */
  async function shared({ role = "member" } = {}) {
    const [admin, hook] = [await newPerson(), newHook()];
    const other = await createUser(ground.database.pool);
    const join = "insert into public.project_members (project_id, user_id, role) values ($1, $2, $3)";
    await ground.ask(join, admin.project, other, role);
    expect(await (await service()).connectForProject(one(admin), hook)).toBeNull();
    return { admin, other, hook };
  }
  const postsOf = ({ project }: Pick<Admin, "project">) =>
    ground.ask<{ status: string; reason: string; rules: string[] }>(
      `select p.status, p.reason, array(select s ->> 'rule' || ':' || (s ->> 'outcome')
         from jsonb_array_elements(p.trace) s) as rules
       from private.project_posts p join private.project_apps a on a.id = p.app_id
       where a.project_id = $1 order by p.at, p.id`,
      project,
    );
  const seenBy = (person: string) =>
    committedAs(ground.database.pool, person, async (client): Promise<Seen> => {
      const { rows } = await client.query<{ seen: Seen }>("select public.get_project_apps() as seen");
      return rows[0]?.seen ?? { leads: [], apps: [] };
    });
  const stop = async () => {
    await ground.stop();
    await slack.stop();
  };
  const people = { newPerson, burn, shared, one, newHook };
  return { ...people, ground, slack, service, deliver, messagesAt, postsOf, seenBy, stop };
}

export type ProjectAppGround = Awaited<ReturnType<typeof createProjectAppGround>>;
