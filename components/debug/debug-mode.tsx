"use client";

import { useAppPreferences } from "@/components/settings/settings-provider";
import { laterPart } from "@/components/ui/later-part";

/** Loads the debug panel only while debug mode is on. */
const DebugPanel = laterPart(() => import("./debug-panel").then((module) => module.DebugPanel));

export function DebugMode() {
  return useAppPreferences().value.feature_preferences.debugMode && <DebugPanel />;
}
