import { z } from "zod";
import { eventSources } from "./event";

/** Which changes are listed: of one section, from one source, of one setting or of a group of them. */
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

/** The read of a page: `userId` is whose page asks; `before` an event's id, for what is older. */
export const activityQuerySchema = z
  .strictObject({ userId: z.uuid(), before: eventId.optional(), ...activityFilterSchema.shape })
  .transform(({ userId, before, ...filter }) => ({ userId, before, filter }));

/** The filter an address carries; what is not valid filters nothing. */
export function readFilter(search: Readonly<Record<string, string | string[] | undefined>>): ActivityFilter {
  const { section, source, setting } = filterFields;
  return {
    section: section.safeParse(search.section).data,
    source: source.safeParse(search.source).data,
    setting: setting.safeParse(search.setting).data,
  };
}
