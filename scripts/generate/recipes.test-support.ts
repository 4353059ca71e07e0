import type { Json } from "@/lib/settings/json";
import type { Copy } from "./copy.test-support";

/** What CONTRIBUTING, "How to add", says under a heading, done: the files edited by hand, and the words. */
type Recipe = Readonly<{
  files: Readonly<Record<string, (text: string) => string>>;
  words: Json;
}>;

const inserted = (before: string | RegExp, line: string) => (text: string) => {
  const after = text.replace(before, (piece) => `${piece}\n${line}`);
  if (after === text) throw new Error(`nothing matches ${before}`);
  return after;
};

const route = `import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PreferencesForm } from "@/components/settings/preferences-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.sounds"))("pageTitle") };
}

export default function SoundsPage() {
  return <PreferencesForm page="settingsSounds" />;
}
`;

const leadWon = `const leadWon: Kind = {
  category: "leadUpdates",
  stored: {
    type: "success",
    priority: "normal",
    title: "{lead_name} is won",
    message: "The deal is closed.",
    action_url: "/leads/{lead_id}",
    collapse_key: "lead.won:{lead_id}",
  },
  sample: { lead_name: "Dana Levi" },
  tell: ({ lead_name: name }) =>
    typeof name === "string"
      ? {
          title: { key: "leadWon.title", values: {}, person: name },
          line: { key: "leadWon.line", words: {} },
          look: { icon: "bell" },
        }
      : null,
};
`;

const leadWonTrigger = `
create or replace function private.notify_won_leads()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into public.notifications (user_id, category, type, priority, title, message, params, action_url,
    project_id, lead_id, collapse_key)
  select m.user_id, told.category, told.type, told.priority, told.title, told.message, won.params, told.action_url,
    new.project_id, new.id, told.collapse_key
  from (select jsonb_build_object('kind', 'lead.won', 'lead_id', new.id, 'lead_name', new.name) as params) won
  cross join lateral private.notification_text(won.params) told
  join public.project_members m on m.project_id = new.project_id
  order by m.user_id;
  return null;
end;
$$;
revoke all on function private.notify_won_leads() from public, anon, authenticated, service_role;
create or replace trigger _500_notify_won_leads after update of status on public.leads
  for each row when (new.status = 'won' and old.status <> 'won') execute function private.notify_won_leads();
`;

export const recipes = {
  "A setting": {
    files: {
      "lib/settings/dashboard.ts": inserted(
        /^ +compactMode: .*$/m,
        `      showTips: toggle(true, "showTips"),`,
      ),
    },
    words: { settings: { fields: { showTips: { title: "Tips", help: "Short hints." } } } },
  },
  "A column": {
    files: {
      "lib/settings/preferences.ts": inserted(
        "  columns: {",
        `    sound_settings: { chime: toggle(false, "chime") },`,
      ),
    },
    words: {
      settings: {
        groups: { sound_settings: { title: "Sound", description: "What can be heard." } },
        fields: { chime: { title: "Chime", help: "Plays when a notification comes." } },
      },
    },
  },
  "A kind of notification": {
    files: {
      "lib/notifications/kinds.ts": (text) =>
        inserted(
          /\n(?=\/\*\*\n \* Every kind)/,
          leadWon,
        )(text).replace(`["lead.heat", leadHeat]`, `["lead.heat", leadHeat], ["lead.won", leadWon]`),
      "supabase/migrations/20261129001100_notifications.sql": (text) => text + leadWonTrigger,
    },
    words: {
      notifications: {
        kinds: { leadWon: { title: "<person>{name}</person> is won", line: "The deal is closed" } },
      },
    },
  },
  "A page of the settings": {
    files: {
      "lib/pages.ts": inserted(
        "export const settingsPages = {",
        `  settingsSounds: { address: "/settings/sounds", icon: "bell", columns: ["sound_settings"], offline: true },`,
      ),
      "app/(app)/settings/sounds/page.tsx": () => route,
    },
    words: {
      shell: { settingsSounds: "Sounds" },
      settings: { sounds: { title: "Sounds", pageTitle: "Sounds", description: "What can be heard." } },
    },
  },
  "A widget": {
    files: {
      "lib/settings/widgets.ts": inserted(
        /^ +performanceTargets: .*$/m,
        "  wonDeals: { drawn: false, lg: [0, 21, 12, 4], md: [0, 27, 8, 4], sm: [0, 45, 4, 4] },",
      ),
      "components/dashboard/widgets/won-deals.tsx": () =>
        `import type { Panels } from "@/lib/leads/panels";\n\nexport const WonDeals = ({ data }: { data: Panels["leadsConversions"] }) => <p>{data.won}</p>;\n`,
      "components/dashboard/widget-parts.tsx": (text) =>
        inserted(
          "export const widgetParts: Record<Widget, WidgetParts> = {",
          `  wonDeals: { panel: "leadsConversions", Shape: Rows, Content: ({ panels }) => <WonDeals data={panels.leadsConversions} /> },`,
        )(`import { WonDeals } from "@/components/dashboard/widgets/won-deals";\n${text}`),
    },
    words: {
      settings: { fields: { wonDeals: { title: "Won deals", help: "How many leads became customers." } } },
      dashboard: { empty: { wonDeals: "No deal yet." } },
    },
  },
  "A provider": {
    files: {
      "lib/integrations/slack/manifest.ts": () =>
        `export const manifest = { name: "slack", icon: "chat", position: 6 } as const;\n`,
    },
    words: {
      settings: { integrations: { slack: { title: "Slack", brings: "Messages.", state: "Not yet." } } },
    },
  },
} as const satisfies Record<string, Recipe>;

/** Follows every recipe on the copy, and then `npm run generate`. */
export async function followRecipes(copy: Copy): Promise<void> {
  for (const { files, words } of Object.values<Recipe>(recipes)) {
    for (const [file, edit] of Object.entries(files)) copy.write(file, edit(copy.read(file)));
    copy.addWords(() => words);
  }
  await copy.run("scripts/generate.ts");
}
