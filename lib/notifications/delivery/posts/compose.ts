import { translatorOf, type Translator } from "@/lib/i18n/translator";
import type { AppItem, AppMessage } from "@/lib/integrations/contract/app-message";
import { preferences } from "@/lib/settings/preferences";
import { parse } from "@/lib/settings/resolve";
import { createFormats, type Formats } from "@/lib/time/formats";
import { zoneOf } from "@/lib/time/zone-table";
import { settingsOf } from "../situations";
import { toldText } from "../told-text";
import type { PostClaim, PostRow } from "./answers";

/**
 * The message of these posts, oldest first, in the language, zone and formats of who connected the app. `siteUrl`: of the app,
 * without a slash at its end. Rejects where the words cannot be loaded.
 */
export async function composePosts(
  claim: PostClaim,
  posts: readonly [PostRow, ...PostRow[]],
  siteUrl: string,
): Promise<AppMessage> {
  const set = parse(preferences, claim.preferences ?? {});
  const locale = set.interface_settings.language;
  const t = await translatorOf(locale);
  const { timezone } = settingsOf(claim.settings).notification_schedule;
  const formats = createFormats(locale, set.data_preferences, zoneOf(timezone));
  const items = posts.map((post) => itemOf(post, claim, { t, formats, siteUrl }));
  const last = items.at(-1)?.title ?? "";
  const isOne = items.length === 1;
  return {
    id: posts[0].message_id,
    subject: isOne ? last : t("notifications.message.subject", { kind: "burst", count: items.length, last }),
    intro: isOne ? null : t("notifications.message.intro", { count: items.length }),
    items,
    why: {
      text: t("notifications.message.whyProject", { project: claim.project ?? "" }),
      url: `${siteUrl}/settings/integrations#${claim.app.provider}`,
    },
  };
}

type Writing = Readonly<{ t: Translator; formats: Formats; siteUrl: string }>;

function itemOf(post: PostRow, { app, project }: PostClaim, { t, formats, siteUrl }: Writing): AppItem {
  const { title, text } = toldText(t, formats, post);
  const { kind } = post.params;
  return {
    title,
    text,
    url: `${siteUrl}${post.action_url ?? "/notifications"}`,
    project,
    actor: post.actor,
    at: formats.fullMoment(post.occurred_at),
    facts: {
      id: post.id,
      kind: typeof kind === "string" ? kind : post.type,
      category: post.category,
      priority: post.priority,
      occurredAt: post.occurred_at,
      projectId: app.project_id,
      leadId: post.lead_id,
    },
  };
}
