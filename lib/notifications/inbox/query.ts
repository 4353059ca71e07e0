import * as s from "@/lib/schema";
import { notificationCategories } from "@/lib/vocabulary/categories";
import { channels } from "@/lib/vocabulary/channels";
import { kinds } from "../kinds";

/** What the page of all notifications shows: what is unread, not done, asleep, done, or was kept away by the app. */
export const inboxViews = ["unread", "all", "snoozed", "done", "kept"] as const;
export type InboxView = (typeof inboxViews)[number];

/** The database's limit. */
export const longestSearch = 200;

const fields = {
  view: s.oneOf(inboxViews),
  project: s.uuid(),
  category: s.oneOf(notificationCategories),
  kind: s.oneOf([...kinds.keys()]),
  channel: s.oneOf(channels),
  search: s.string(s.minLength(1), s.maxLength(longestSearch)),
};

export type InboxQuery = {
  view: InboxView;
  project?: string | undefined;
  category?: s.ValueOf<typeof fields.category> | undefined;
  kind?: string | undefined;
  /** What has reached the person on it. */
  channel?: s.ValueOf<typeof fields.channel> | undefined;
  search?: string | undefined;
};

const seq = s.pipe(s.string(s.regex(/^[1-9]\d{0,14}$/)), s.transform(Number));

/**
 * The query of a read. `userId`: the person the page was made for. `before`: only what has a lower seq. `open`: the id of
 * one that is read whatever the rest says.
 */
export const inboxReadSchema = s.pipe(
  s.strictObject({
    userId: s.uuid(),
    view: fields.view,
    project: s.optional(fields.project),
    category: s.optional(fields.category),
    kind: s.optional(fields.kind),
    channel: s.optional(fields.channel),
    search: s.optional(fields.search),
    before: s.optional(seq),
    size: s.optional(s.pipe(s.string(s.regex(/^[1-9]\d?$|^100$/)), s.transform(Number))),
    open: s.optional(s.uuid()),
  }),
  s.transform(({ userId, before, size, open, ...query }) => ({ userId, query, before, size, open })),
);

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks for; invalid parts are ignored. */
export function readQuery(search: Search): InboxQuery {
  const words = typeof search.q === "string" ? search.q.trim() : search.q;
  return {
    view: s.safeParse(fields.view, search.view).data ?? "unread",
    // `project` in an address opens that project.
    project: s.safeParse(fields.project, search.about).data,
    category: s.safeParse(fields.category, search.category).data,
    kind: s.safeParse(fields.kind, search.kind).data,
    channel: s.safeParse(fields.channel, search.channel).data,
    search: s.safeParse(fields.search, words).data,
  };
}

/** The id of the one that an address leads to. */
export const openedIn = (search: Search): string | undefined => s.safeParse(s.uuid(), search.open).data;

/** As an address says it; what is as ever is left out. */
export const writeQuery = ({ view, project, category, kind, channel, search }: InboxQuery) => ({
  view: view === "unread" ? undefined : view,
  about: project,
  category,
  kind,
  channel,
  q: search,
});

/** Whether anything narrows the view. */
export const isFiltered = ({ view: _, ...filters }: InboxQuery): boolean =>
  Object.values(filters).some((value) => value !== undefined);
