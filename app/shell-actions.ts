import { signOut } from "./actions/account";
import { markNotificationsRead } from "./actions/notifications";
import { saveSessionState } from "./actions/session";
import { patchSettings } from "./actions/settings";

/** What the frame of a signed-in person asks of the server, on every page and on the offline page alike. */
export const shellActions = { signOut, patchSettings, markRead: markNotificationsRead, saveSessionState };
