import "server-only";
import { readAsPerson } from "@/lib/action";
import { createAddedLeadsStore } from "./store";

/** How a project may begin. */
export const loadStart = (projectId: string) =>
  readAsPerson((client) => createAddedLeadsStore(client).start(projectId));
