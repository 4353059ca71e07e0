import { signOut } from "./actions/account";
import { judgeLead, takeBackJudgement } from "./actions/leads";
import {
  changeNotifications,
  markNotificationsRead,
  markNotificationsThrough,
} from "./actions/notifications";
import { saveSessionState } from "./actions/session";
import { patchSettings } from "./actions/settings";

/** Server actions of the shell, the same on every page and on the offline page. */
export const shellActions = {
  signOut,
  patchSettings,
  markRead: markNotificationsRead,
  markBatch: markNotificationsThrough,
  changeNotifications,
  saveSessionState,
  judgeLead,
  takeBackJudgement,
};
