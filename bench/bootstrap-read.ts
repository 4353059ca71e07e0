import { createClient } from "@supabase/supabase-js";
import { noRealtime } from "../lib/supabase/transport";
import { withPlatform } from "./platform";
import { inTurn, timed, type Figure } from "./figure";

const pages = 20;

const perPage = (read: () => PromiseLike<unknown>) => async () => {
  const elapsedMs = await timed(async () => {
    for (let page = 0; page < pages; page += 1) await read();
  });
  return elapsedMs / pages;
};

/**
 * Reads the data of the shell and a settings page through the stock client and REST: one call, against one read per
 * part, awaited in turn. The detail also compares the one call with all reads sent at once.
 */
export const bootstrapReadFigure: Figure = {
  name: "bootstrap of a page, time",
  baseline: "separate reads through REST, awaited in turn",
  bar: { atMost: 0.35 },
  measure: () =>
    withPlatform(async ({ platform }) => {
      const client = createClient(platform.urls.api, platform.keys.publishable, {
        realtime: noRealtime,
      });
      await client.auth.signInWithPassword({ email: "owner@demo.local", password: "demo-demo-demo" });
      const { data: projects } = await client.from("projects").select("id");
      const project = projects?.[0]?.id;
      const settings = () => client.from("user_dashboard_settings").select("*");
      const bootstrap = () => client.rpc("get_bootstrap", { project_id: project });
      const parts: (() => PromiseLike<unknown>)[] = [
        () => client.from("projects").select("id, name, clients(id, name)"),
        () => client.from("project_members").select("project_id, role"),
        () => settings().is("project_id", null),
        () => settings().eq("project_id", project),
        () => client.from("notifications").select("*").order("seq", { ascending: false }).limit(30),
        () => client.from("notifications").select("id", { count: "exact", head: true }).is("read_at", null),
      ];
      const inSuccession = async () => {
        for (const part of parts) await part();
      };
      const atOnce = () => Promise.all(parts.map((part) => part()));
      const times = await inTurn(6, perPage(bootstrap), perPage(inSuccession));
      const together = await inTurn(6, perPage(bootstrap), perPage(atOnce));
      const [ours, baseline] = [times.ours.toFixed(1), times.baseline.toFixed(1)];
      const against = (together.ours / together.baseline).toFixed(2);
      const detail = `${ours} ms against ${baseline} ms, six reads; ${against} of the six sent at once`;
      return { ratio: times.ours / times.baseline, detail };
    }),
};
