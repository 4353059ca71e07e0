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

const leadRenamed = `const leadRenamed: Kind = {
  ...conversation,
  lifetime: month,
  stored: {
    type: "info",
    priority: "low",
    title: "A lead is called {lead_name} now",
    message: "It had another name.",
    action_url: "/leads/{lead_id}",
    collapse_key: "lead.renamed:{lead_id}",
  },
  tell: telling("leadRenamed"),
};
`;

const leadRenamedTrigger = `
create or replace function private.tell_renamed_leads()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.notify_lead_events('lead.renamed', array(
    select row(n.id, 1, null)::private.lead_event from new_leads n join old_leads o on o.id = n.id
    where n.name <> o.name));
  return null;
end;
$$;
revoke all on function private.tell_renamed_leads() from public, anon, authenticated, service_role;
create or replace trigger tell_renamed_leads after update on public.leads
  referencing old table as old_leads new table as new_leads
  for each statement execute function private.tell_renamed_leads();
`;

/** Takes addresses of one host, and writes down what it is told. */
const teams = `import { answered, type Provider } from "@/lib/integrations/contract/duties";

export function createProvider(): Provider {
  return {
    oauth: null,
    readPersonal: (text) =>
      text.startsWith("https://teams.example/")
        ? { accessToken: text, refreshToken: null, expiresAt: null, scopes: null, webhookKey: null }
        : null,
    account: async () => answered({ id: "general", name: "Teams", email: "", url: null }),
    needed: [],
    async notify({ access }, { subject }) {
      const address = await access.token();
      console.log("teams was told", address.ok && address.value, subject);
      return answered(null);
    },
    revoke: async () => undefined,
  };
}
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
      "lib/notifications/kinds/conversations.ts": (text) =>
        inserted(
          /\n(?=export const conversations)/,
          leadRenamed,
        )(text).replace(
          `["message.failed", messageFailed],`,
          `["message.failed", messageFailed],\n  ["lead.renamed", leadRenamed],`,
        ),
      "supabase/migrations/20261129001810_business_changes.sql": (text) => text + leadRenamedTrigger,
    },
    words: {
      notifications: {
        kinds: {
          leadRenamed: { title: "A lead is called <person>{name}</person> now", line: "It had another name" },
        },
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
        '  wonDeals: { drawn: false, panel: "leadsConversions", lg: [0, 21, 12, 4], md: [0, 27, 8, 4], sm: [0, 45, 4, 4] },',
      ),
      "components/dashboard/widgets/won-deals.tsx": () =>
        `import type { Panel } from "@/lib/leads/panels";\n\nexport const WonDeals = ({ data }: { data: Panel<"leadsConversions"> }) => <p>{data.won}</p>;\n`,
      "components/dashboard/widget-parts.tsx": (text) =>
        inserted(
          "export const widgetParts: Record<Widget, WidgetParts> = {",
          `  wonDeals: { Shape: Rows, Content: ({ panels }) => panels.leadsConversions && <WonDeals data={panels.leadsConversions} /> },`,
        )(`import { WonDeals } from "@/components/dashboard/widgets/won-deals";\n${text}`),
    },
    words: {
      settings: { fields: { wonDeals: { title: "Won deals", help: "How many leads became customers." } } },
      dashboard: { empty: { wonDeals: "No deal yet." } },
    },
  },
  "A provider": {
    files: {
      "lib/integrations/teams/manifest.ts": () =>
        `import type { Manifest } from "@/lib/integrations/contract/declaration";\nexport const manifest: Manifest = { name: "teams", icon: "chat", category: "notifications", position: 9, connect: { by: "address" } };\n`,
      "lib/integrations/teams/provider.ts": () => teams,
    },
    words: {
      settings: {
        integrations: {
          teams: {
            title: "Teams",
            brings: "Writes notifications into a channel.",
            state: "Yours alone.",
            address: "Address",
            addressHelp: "Made in the channel.",
          },
        },
      },
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
