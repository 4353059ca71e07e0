import * as s from "@/lib/schema";
import { eventSources } from "./event-source";

/** Fields of the filter: one section, one source, one setting or the group of settings below a path. */
const filterFields = {
  section: s.string(s.maxLength(40), s.regex(/^[a-z]+$/)),
  source: s.oneOf(eventSources),
  setting: s.string(s.maxLength(120), s.regex(/^[A-Za-z_]+(\.[A-Za-z_]+)*$/)),
};

const activityFilter = {
  section: s.optional(filterFields.section),
  source: s.optional(filterFields.source),
  setting: s.optional(filterFields.setting),
};
export type ActivityFilter = {
  [Key in keyof typeof activityFilter]?: s.ValueOf<(typeof activityFilter)[Key]>;
};

const eventId = s.pipe(s.string(s.regex(/^[1-9]\d{0,14}$/)), s.transform(Number));

/**
 * The query of a read. `userId`: the person the page was made for. `before`: an event's id; only older events are read.
 */
export const activityQuerySchema = s.pipe(
  s.strictObject({ userId: s.uuid(), before: s.optional(eventId), ...activityFilter }),
  s.transform(({ userId, before, ...filter }) => ({ userId, before, filter })),
);

/** The filter in an address; invalid parts are ignored. */
export function readFilter(search: Readonly<Record<string, string | string[] | undefined>>): ActivityFilter {
  const { section, source, setting } = filterFields;
  return {
    section: s.safeParse(section, search.section).data,
    source: s.safeParse(source, search.source).data,
    setting: s.safeParse(setting, search.setting).data,
  };
}
