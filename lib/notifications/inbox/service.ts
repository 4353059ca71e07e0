import "server-only";
import { readAsPerson } from "@/lib/action";
import { createInboxStore, type InboxRead } from "./store";

/** A page of the signed-in person's notifications. */
export const loadInbox = (read: InboxRead) => readAsPerson((client) => createInboxStore(client).read(read));
