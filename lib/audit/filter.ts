import { z } from "zod";
import { eventSources } from "./event";

/** Fields of the filter: one section, one source, one setting or the group of settings below a path. */
const filterFields = {
  section: z
    .string()
    .max(40)
    .regex(/^[a-z]+$/),
  source: z.enum(eventSources),
  setting: z
    .string()
    .max(120)
    .regex(/^[A-Za-z_]+(\.[A-Za-z_]+)*$/),
};

export const activityFilterSchema = z.object(filterFields).partial();
export type ActivityFilter = z.infer<typeof activityFilterSchema>;

const eventId = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

/**
 * The query of a read. `userId`: the person the page was made for. `before`: an event's id; only older events are read.
 */
export const activityQuerySchema = z
  .strictObject({ userId: z.uuid(), before: eventId.optional(), ...activityFilterSchema.shape })
  .transform(({ userId, before, ...filter }) => ({ userId, before, filter }));

/** The filter in an address; invalid parts are ignored. */
export function readFilter(search: Readonly<Record<string, string | string[] | undefined>>): ActivityFilter {
  const { section, source, setting } = filterFields;
  return {
    section: section.safeParse(search.section).data,
    source: source.safeParse(search.source).data,
    setting: setting.safeParse(search.setting).data,
  };
}
