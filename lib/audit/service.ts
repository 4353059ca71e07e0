import "server-only";
import { readAsPerson } from "@/lib/action";
import type { ActivityFilter } from "./filter";
import { createAuditStore } from "./store";

/** The newest page of the signed-in person's record. */
export const loadActivity = (filter: ActivityFilter) =>
  readAsPerson((client) => createAuditStore(client).events(filter));
