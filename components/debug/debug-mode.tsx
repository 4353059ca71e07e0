"use client";

import dynamic from "next/dynamic";
import { useAppPreferences } from "@/components/settings/settings-provider";

/** Fetched by those who ask for it: nobody else pays for it. */
const DebugPanel = dynamic(() => import("./debug-panel").then((module) => module.DebugPanel), { ssr: false });

export function DebugMode() {
  return useAppPreferences().value.feature_preferences.debugMode && <DebugPanel />;
}
