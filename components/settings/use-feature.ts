"use client";

import type { AppPreferences } from "@/lib/settings/preferences";
import { useAppPreferences } from "./settings-provider";

export type Feature = Exclude<keyof AppPreferences["feature_preferences"], "betaFeatures" | "debugMode">;

/** Whether a beta feature is there for this person: beta features are on, and so is its own switch. */
export function useFeature(name: Feature): boolean {
  const { feature_preferences: features } = useAppPreferences().value;
  return features.betaFeatures && features[name];
}
