"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import {
  useAppPreferences,
  useLookedUp,
  useNotificationSettings,
} from "@/components/settings/settings-provider";
import { firstVisitProposal, zoneQuestion, type Proposal } from "@/lib/appearance/first-visit";
import type { Mirror } from "@/lib/appearance/mirror";
import { mirroredValues, shownAppearance } from "@/lib/appearance/mirrored-values";
import { isSameZone } from "@/lib/time/time-zones";
import { negotiateLocale } from "@/lib/vocabulary/locales";
import { onReturn } from "@/lib/live/page-events";
import { sameJson } from "@/lib/settings/json";
import { useAppearance } from "./appearance";

type Told = Proposal["told"];

/**
 * Makes the page and the cookie follow the person's row, never the other way. The one exception is a first visit:
 * nobody has decided yet, so the browser's language and time zone are written to the row, and then followed.
 */
export function useFollowedPreferences(userId: string) {
  const { mirror, appearance: carried, brought, present } = useAppearance();
  const preferences = useAppPreferences();
  const notifications = useNotificationSettings();
  const { isKnown, isFresh } = useKnowledge();
  const device = useDeviceZone();
  const [told, setTold] = useState<Told | null>(null);

  const appearance = shownAppearance(preferences, isKnown, brought);
  const person = isKnown ? metPerson(mirror, userId, isFresh) : mirror;
  const browserLanguage = isFresh ? negotiateLocale(navigator.languages.join(",")) : "en";
  const proposal = isFresh
    ? firstVisitProposal({
        ...{ userId, preferences, notifications, mirror, brought, browserLanguage },
        deviceZone: device,
      })
    : null;

  // The notice shows in the frame in which the values are written.
  if (proposal && !told) setTold(proposal.told);

  const mirrorOf = (whose: Omit<Mirror, "values">): Mirror => ({
    ...whose,
    values: mirroredValues(appearance),
  });
  useEffect(() => {
    // Values that nobody has decided are not carried: the language of the browser may change.
    if (!isKnown && sameJson(appearance, carried)) return;
    if (!proposal) return present(mirrorOf(person), appearance);
    if (proposal.preferences) preferences.editPatch(proposal.preferences);
    if (proposal.notifications) notifications.editPatch(proposal.notifications);
  });

  const question =
    isFresh && !proposal ? zoneQuestion({ preferences, deviceZone: device }, person.keptZone) : null;
  /** Switches the time zone, and that of the notification schedule where both were the same. Returns how to undo it. */
  function switchZone(): () => void {
    const before = preferences.value.data_preferences.timezone;
    const undos = [preferences.edit("data_preferences.timezone", device)];
    if (isSameZone(notifications.value.notification_schedule.timezone, before))
      undos.push(notifications.edit("notification_schedule.timezone", device));
    return () => undos.forEach((undo) => undo());
  }
  return {
    appearance,
    // The notice disappears once the zone has been changed again.
    told: told?.zone && !isSameZone(told.zone, preferences.value.data_preferences.timezone) ? null : told,
    dismissTold: () => setTold(null),
    question,
    switchZone,
    keepZone: () => present({ ...mirrorOf(person), keptZone: device }, appearance),
  };
}

/** The person whose values the cookie carries from now on, and what that person was asked before. */
function metPerson(mirror: Mirror, userId: string, isFresh: boolean): Omit<Mirror, "values"> {
  const isBack = mirror.of === userId;
  return {
    of: userId,
    met: isFresh || (isBack && mirror.met),
    keptZone: isBack ? mirror.keptZone : null,
  };
}

/**
 * `isKnown`: the row has been read, now or earlier, and the edits that wait on this device are known, so the page
 * shows the values in effect. `isFresh`: the server has read the row for this page; no other row is written to.
 */
function useKnowledge() {
  const lookedUp = useLookedUp();
  const statuses = [useAppPreferences(), useNotificationSettings()].map(({ freshness }) => freshness.status);
  return {
    isKnown: lookedUp && statuses.every((status) => status === "fresh" || status === "cached"),
    isFresh: lookedUp && statuses.every((status) => status === "fresh"),
  };
}

/** The time zone of this device; it can change while the page is open. */
const useDeviceZone = () => useSyncExternalStore(onReturn, deviceZone, () => "UTC");
const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
