import { array, boolean, int, minimum, object, uuid, type ValueOf } from "@/lib/schema";

/** How a project may begin: `empty`: it has no lead; `adds`: the person may add some; `samples`: it has some to try it with. */
export const startSchema = object({ empty: boolean(), adds: boolean(), samples: boolean() });
export type ProjectStart = ValueOf<typeof startSchema>;

/** The ids that were added, and how many of those given were known already. */
export const addedSchema = object({ added: array(uuid()), known: int(minimum(0)) });
export type AddedLeads = ValueOf<typeof addedSchema>;
