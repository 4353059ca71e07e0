import "server-only";
import { reading } from "@/lib/action";
import type { ActivityFilter } from "./filter";
import { createAuditStore } from "./store";

/** The newest page of the signed-in person's record. */
export const loadActivity = (filter: ActivityFilter) =>
  reading((client) => createAuditStore(client).events(filter));
