import type { Program } from "./program";
import { leadPrograms } from "./programs-leads";
import { notificationPrograms } from "./programs-notifications";
import { readPrograms } from "./programs-reads";
import { servicePrograms } from "./programs-services";
import { settingsPrograms } from "./programs-settings";
import { tenancyPrograms } from "./programs-tenancy";

/** Every statement of theirs that has to go on as before. */
export const programs: readonly Program[] = [
  ...tenancyPrograms,
  ...leadPrograms,
  ...notificationPrograms,
  ...settingsPrograms,
  ...servicePrograms,
  ...readPrograms,
];
