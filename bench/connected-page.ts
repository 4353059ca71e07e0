import pg from "pg";
import { withMember } from "./browser";
import { inTurn, timed, type Figure } from "./figure";
import { withApp } from "./platform";

const pages = ["integrations", "notifications", "dashboard"];
const rounds = 20;

/** Five that are connected, two of which take notifications. What each knows of itself is as large as Calendly's is. */
const connect = `
  with made as (
    insert into public.integration_connections (user_id, provider, kind, account, details, scopes, last_success_at)
    select u.id, p.name, 'personal', '{"name": "Somewhere", "email": "member@demo.local"}',
      jsonb_build_object('news', '{"by": "webhook"}'::jsonb, 'types', (
        select jsonb_agg(jsonb_build_object('id', n, 'name', 'Type ' || n, 'slug', 'type-' || n, 'minutes', 30, 'url', ''))
        from generate_series(1, 10) n)),
      '{users:read}', now()
    from auth.users u, unnest('{calendly,slack,webhooks,whatsapp,email}'::text[]) p (name)
    where u.email = 'member@demo.local' returning id, user_id, provider)
  insert into private.destinations (id, user_id, channel, address, name, verified_at)
  select id, user_id, 'apps', id, provider, now() from made where provider in ('slack', 'webhooks')`;

const disconnect = [
  "delete from private.destinations where channel = 'apps'",
  "delete from public.integration_connections",
];

export const connectedPageFigure: Figure = {
  name: "server time of pages of a person with five connections",
  baseline: "the same pages of the same person with none",
  bar: { atMost: 1.1 },
  measure: () =>
    withApp(({ platform, appUrl }) =>
      withMember(appUrl, async (page) => {
        const cookies = await page.context().cookies();
        const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
        const database = new pg.Client({ connectionString: platform.urls.db });
        await database.connect();
        const opened = async (name: string, statements: readonly string[]) => {
          for (const statement of [...disconnect, ...statements]) await database.query(statement);
          return timed(async () => {
            const answer = await fetch(`${appUrl}/settings/${name}`, { headers: { cookie } });
            if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`);
            await answer.text();
          });
        };
        const sums = { ours: 0, baseline: 0 };
        const parts: string[] = [];
        try {
          for (const name of pages) {
            const { ours, baseline } = await inTurn(
              rounds,
              () => opened(name, [connect]),
              () => opened(name, []),
            );
            sums.ours += ours;
            sums.baseline += baseline;
            parts.push(`${name} ${ours.toFixed(0)} against ${baseline.toFixed(0)} ms`);
          }
        } finally {
          await database.end();
        }
        return { ratio: sums.ours / sums.baseline, detail: parts.join(", ") };
      }),
    ),
};
