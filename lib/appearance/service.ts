import "server-only";
import { describeError, log } from "@/lib/log";
import { rowOf, rowsOf } from "@/lib/settings/layers";
import { preferences } from "@/lib/settings/preferences";
import { createSettingsStore } from "@/lib/settings/store";
import { personClient } from "@/lib/supabase/session";
import { readTimeoutMs } from "@/lib/supabase/time-limits";
import { changeMirror } from "./cookies";
import { withoutPerson } from "./mirror";
import { mirrorAtSignIn } from "./mirrored-values";

type SignedIn = { access_token: string; user: { id: string } };

/**
 * Writes the account's look and formats into the mirror right after a sign-in, so that its first page has them in the
 * first byte. Never fails: the page itself reads what could not be read here.
 */
export async function carryAccount({ access_token, user }: SignedIn): Promise<void> {
  try {
    const store = createSettingsStore(personClient(access_token, readTimeoutMs));
    const { overrides } = rowOf(rowsOf(preferences, await store.readSettings(null)), null);
    await changeMirror((mirror) => mirrorAtSignIn(mirror, user.id, overrides));
  } catch (thrown) {
    log.error("preferences could not be read at sign-in", describeError(thrown));
  }
}

/** Call right after a sign-out. */
export const leaveAccount = () => changeMirror(withoutPerson);
