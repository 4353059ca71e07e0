import { paths } from "@/lib/paths";

/** The pages that this device can show by itself. */
export const offlinePaths: readonly string[] = [
  paths.settings.dashboard(),
  paths.settings.notifications(),
  paths.settings.preferences(),
  paths.settings.integrations(),
];
