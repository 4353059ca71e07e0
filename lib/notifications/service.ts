import "server-only";
import { adminClient } from "@/lib/supabase/admin";
import {
  createNotificationStore,
  type MadeNotification,
  type NewNotification,
  type NotificationStore,
  type Telling,
} from "./store";

/** A store under the service role; null where no secret key is configured. */
export type Privileged = () => Pick<NotificationStore, "create"> | null;

/** The secret key is for making notifications alone: no person may insert one, not even for themselves. */
const privilegedStore = (): NotificationStore | null => {
  const admin = adminClient();
  return admin && createNotificationStore(admin);
};

/** Tells a person something. Throws where no secret key is configured. */
export async function createNotification(
  notification: NewNotification,
  privileged: Privileged = privilegedStore,
): Promise<MadeNotification> {
  const store = privileged();
  if (!store) throw new Error("SUPABASE_SECRET_KEY is not set: notifications cannot be made");
  return store.create(notification);
}

/** Tells people something of a kind; answers how many were told. Throws where no secret key is configured. */
export async function tellPeople(
  telling: Telling,
  privileged: () => Pick<NotificationStore, "tell"> | null = privilegedStore,
): Promise<number> {
  const store = privileged();
  if (!store) throw new Error("SUPABASE_SECRET_KEY is not set: notifications cannot be made");
  return store.tell(telling);
}
