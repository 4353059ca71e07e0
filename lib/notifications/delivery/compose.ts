import type { MessageItem, OutgoingMessage } from "@/lib/notifications/channels/channel";
import { translatorOf, type Translator } from "@/lib/i18n/translator";
import { preferences } from "@/lib/settings/preferences";
import { channelColumns } from "@/lib/settings/notifications";
import { fieldId } from "@/lib/settings/form/field-id";
import { parse } from "@/lib/settings/resolve";
import { createFormats, type Formats } from "@/lib/time/formats";
import { zoneOf } from "@/lib/time/zone-table";
import type { UnsubscribeLink } from "@/lib/notifications/unsubscribe/link";
import { categories, type Category } from "@/lib/vocabulary/categories";
import type { Group } from "./group";
import { invitationOf, type InvitationParts } from "./invitation";
import { mergedRows } from "./merged-rows";
import { factsOf } from "./message-facts";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { toldText } from "./told-text";
import type { NoticeRow } from "./answers";

const dayMs = 86_400_000;

export type ComposeParts = Readonly<{
  /** The address of the app, without a slash at its end. */
  siteUrl: string;
  /** Where one click unsubscribes the person from the category on this channel; null where nothing can be signed. */
  unsubscribeUrl: (link: UnsubscribeLink) => string | null;
  invitations: InvitationParts;
  /** Unix milliseconds. */
  now: () => number;
}>;

/** Makes messages in the language, zone and formats of whoever reads them. Rejects where the words cannot be loaded. */
export function composer({ siteUrl, unsubscribeUrl, invitations, now }: ComposeParts) {
  return async (group: Group, channel: OutgoingChannel): Promise<OutgoingMessage> => {
    const { recipient, items } = group;
    const { person } = recipient;
    const set = parse(preferences, person.preferences ?? {});
    const locale = set.interface_settings.language;
    const t = await translatorOf(locale);
    const zone = zoneOf(recipient.settings.notification_schedule.timezone);
    const formats = createFormats(locale, set.data_preferences, zone);
    const [oldest, ...others] = items;
    const [first, ...rest] = mergedRows(oldest.row, ...others.map(({ row }) => row));
    const item = (row: NoticeRow) => itemOf(row, t, formats, siteUrl);
    const lines: OutgoingMessage["items"] = [item(first), ...rest.map(item)];
    const { category } = first;
    const sameCategory = rest.every((row) => row.category === category);
    return {
      locale,
      subject: subjectOf(t, lines, oldest.delivery.bundle),
      intro: rest.length === 0 ? null : t("notifications.message.intro", { count: lines.length }),
      items: lines,
      why: whyOf(t, siteUrl, channel, sameCategory ? category : null),
      // In an app others read along: nobody but the person may turn off what is theirs.
      unsubscribe:
        sameCategory && isSwitched(category) && channel !== "apps"
          ? unsubscribeOf(t, unsubscribeUrl, { userId: person.user_id, channel, category, locale })
          : null,
      thread: rest.length === 0 ? first.lead_id : null,
      urgency: first.priority === "urgent" || first.priority === "high" ? "high" : "normal",
      ttlSeconds: ttlOf(first, now()),
      hidden: channel === "push" && recipient.settings.push_notifications.hideContent,
      calendar: channel === "email" ? invitationOf(group, { locale, t, itemOf: item }, invitations) : null,
    };
  };
}

function itemOf(row: NoticeRow, t: Translator, formats: Formats, siteUrl: string): MessageItem {
  return {
    ...toldText(t, formats, row),
    url: `${siteUrl}${row.action_url ?? "/notifications"}`,
    project: row.project,
    actor: row.actor,
    at: formats.fullMoment(row.occurred_at),
    facts: factsOf(row),
  };
}

function subjectOf(t: Translator, lines: OutgoingMessage["items"], bundle: string | null): string {
  if (lines.length === 1) return lines[0].title;
  const kind = bundle?.startsWith("digest:") ? bundle.slice("digest:".length) : (bundle ?? "burst");
  // The newest stands in it: of two mails that say "3 notifications" nobody knows which they have read.
  const last = lines.at(-1)?.title ?? "";
  return t("notifications.message.subject", { kind, count: lines.length, last });
}

const isSwitched = (category: string | null): category is Category =>
  categories.some((each) => each === category);

/** What a person turns it off by: the switch of the category on this channel, or the page where all of them are. */
function whyOf(t: Translator, siteUrl: string, channel: OutgoingChannel, category: string | null) {
  const switched = isSwitched(category);
  const path = switched ? `#${fieldId(`${channelColumns[channel]}.${category}`)}` : "";
  const text = switched
    ? t("notifications.message.why", {
        category: t(`settings.fields.${category}.title`),
        channel: t(`settings.groups.${channelColumns[channel]}.title`),
      })
    : t("notifications.message.whyOther", { kind: category ?? "several" });
  return { text, url: `${siteUrl}/settings/notifications${path}` };
}

function unsubscribeOf(t: Translator, urlOf: ComposeParts["unsubscribeUrl"], link: UnsubscribeLink) {
  const url = urlOf(link);
  const name = t(`settings.fields.${link.category}.title`);
  return url === null ? null : { url, label: t("notifications.message.unsubscribe", { category: name }) };
}

/** Seconds for which it is worth arriving: until it expires, a day at most. */
function ttlOf({ expires_at: expiresAt }: NoticeRow, now: number): number {
  const left = expiresAt === null ? dayMs : Date.parse(expiresAt) - now;
  return Math.max(Math.min(Math.floor(left / 1_000), dayMs / 1_000), 0);
}
