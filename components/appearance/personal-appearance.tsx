"use client";

import { createContext, useContext, type ReactNode } from "react";
import { useAppPreferences } from "@/components/settings/settings-provider";
import { type Latest, useLatest, useReadLatest } from "@/components/ui/latest";
import { useUnchanged } from "./use-unchanged";
import { AppearanceContext, useAppearance } from "./appearance";
import { useFollowedPreferences } from "./use-followed-preferences";

type Followed = ReturnType<typeof useFollowedPreferences>;

const PersonalContext = createContext<Latest<Followed> | null>(null);

/**
 * The appearance of the signed-in person. A choice of theme or language edits their preferences like any other
 * setting: the edit waits without a network and reaches every device.
 */
export function PersonalAppearance({ userId, children }: { userId: string; children: ReactNode }) {
  const around = useAppearance();
  const followed = useFollowedPreferences(userId);
  const { editPatch } = useAppPreferences();
  const mine = {
    ...around,
    appearance: useUnchanged(followed.appearance),
    change: (wanted: Parameters<typeof around.change>[0]) => void editPatch({ interface_settings: wanted }),
  };
  return (
    <AppearanceContext value={mine}>
      <PersonalContext value={useLatest(followed)}>{children}</PersonalContext>
    </AppearanceContext>
  );
}

/** Differences between this browser and the person's settings: what was taken over, and what to ask. */
export function usePersonalAppearance() {
  const context = useContext(PersonalContext);
  if (!context) throw new Error("usePersonalAppearance is used outside PersonalAppearance");
  return useReadLatest(context);
}
