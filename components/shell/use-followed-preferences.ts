"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import {
  useAppPreferences,
  useLookedUp,
  useNotificationSettings,
} from "@/components/settings/settings-provider";
import { firstVisitProposal, zoneQuestion, type Proposal } from "@/lib/appearance/first-visit";
import { shownAppearance, type Mirror } from "@/lib/appearance/mirror";
import { isSameZone } from "@/lib/time/time-zones";
import { negotiateLocale } from "@/lib/i18n/locales";
import { onReturn } from "@/lib/live/page-events";
import { sameJson } from "@/lib/settings/json";
import { useAppearance } from "./appearance";

type Told = Proposal["told"];

/**
 * Makes the page and the cookie follow the person's row: one way only, never back. The one exception is a first visit,
 * when nobody has decided yet and the browser proposes: its values are written to the row, and then followed.
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

  // Said in the frame in which it is written.
  if (proposal && !told) setTold(proposal.told);

  useEffect(() => {
    // What nobody has decided is not carried: the language of the browser may change.
    if (!isKnown && sameJson(appearance, carried)) return;
    if (!proposal) return present(person, appearance);
    if (proposal.preferences) preferences.editPatch(proposal.preferences);
    if (proposal.notifications) notifications.editPatch(proposal.notifications);
  });

  const question =
    isFresh && !proposal ? zoneQuestion({ preferences, deviceZone: device }, person.keptZone) : null;
  /** Notices that were set by the same clock go on being so. Answers how to undo it. */
  function switchZone(): () => void {
    const before = preferences.value.data_preferences.timezone;
    const undos = [preferences.edit("data_preferences.timezone", device)];
    if (isSameZone(notifications.value.notification_schedule.timezone, before))
      undos.push(notifications.edit("notification_schedule.timezone", device));
    return () => undos.forEach((undo) => undo());
  }
  return {
    appearance,
    // A zone that has been changed since is no news any more.
    told: told?.zone && !isSameZone(told.zone, preferences.value.data_preferences.timezone) ? null : told,
    dismissTold: () => setTold(null),
    question,
    switchZone,
    keepZone: () => present({ ...person, keptZone: device }, appearance),
  };
}

/** Whose values the browser carries from now on, and what they have told it before. */
function metPerson(mirror: Mirror, userId: string, isFresh: boolean): Omit<Mirror, "values"> {
  const isBack = mirror.of === userId;
  return {
    of: userId,
    met: isFresh || (isBack && mirror.met),
    keptZone: isBack ? mirror.keptZone : null,
  };
}

/**
 * Known: the row has been read, now or before, and the edits that wait on this device too, so that what is shown is what
 * holds. Fresh: the server has said it for this very page; nothing is written to a row that was not read.
 */
function useKnowledge() {
  const lookedUp = useLookedUp();
  const statuses = [useAppPreferences(), useNotificationSettings()].map(({ freshness }) => freshness.status);
  return {
    isKnown: lookedUp && statuses.every((status) => status === "fresh" || status === "cached"),
    isFresh: lookedUp && statuses.every((status) => status === "fresh"),
  };
}

/** The zone this device is in; it may travel while the page is open. */
const useDeviceZone = () => useSyncExternalStore(onReturn, deviceZone, () => "UTC");
const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
