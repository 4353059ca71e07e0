import * as z from "zod/mini";
import { eventSources } from "./event-source";

/** Fields of the filter: one section, one source, one setting or the group of settings below a path. */
const filterFields = {
  section: z.string().check(z.maxLength(40), z.regex(/^[a-z]+$/)),
  source: z.enum(eventSources),
  setting: z.string().check(z.maxLength(120), z.regex(/^[A-Za-z_]+(\.[A-Za-z_]+)*$/)),
};

export const activityFilterSchema = z.partial(z.object(filterFields));
export type ActivityFilter = z.infer<typeof activityFilterSchema>;

const eventId = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,14}$/)), z.transform(Number));

/**
 * The query of a read. `userId`: the person the page was made for. `before`: an event's id; only older events are read.
 */
export const activityQuerySchema = z.pipe(
  z.strictObject({ userId: z.uuid(), before: z.optional(eventId), ...activityFilterSchema.shape }),
  z.transform(({ userId, before, ...filter }) => ({ userId, before, filter })),
);

/** The filter in an address; invalid parts are ignored. */
export function readFilter(search: Readonly<Record<string, string | string[] | undefined>>): ActivityFilter {
  const { section, source, setting } = filterFields;
  return {
    section: section.safeParse(search.section).data,
    source: source.safeParse(search.source).data,
    setting: setting.safeParse(search.setting).data,
  };
}
