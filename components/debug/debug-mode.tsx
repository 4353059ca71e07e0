"use client";

import { useAppPreferences } from "@/components/settings/settings-provider";
import { laterPart } from "@/components/ui/later-part";

/** Fetched by those who ask for it: nobody else pays for it. */
const DebugPanel = laterPart(() => import("./debug-panel").then((module) => module.DebugPanel));

export function DebugMode() {
  return useAppPreferences().value.feature_preferences.debugMode && <DebugPanel />;
}
