"use client";

import type { AppPreferences } from "@/lib/settings/preferences";
import { useAppPreferences } from "./settings-provider";

export type Feature = Exclude<keyof AppPreferences["feature_preferences"], "betaFeatures" | "debugMode">;

/** Whether the person has a beta feature: beta features and the feature's own switch are both on. */
export function useFeature(name: Feature): boolean {
  const { feature_preferences: features } = useAppPreferences().value;
  return features.betaFeatures && features[name];
}
