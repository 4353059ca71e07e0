"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import {
  useAppPreferences,
  useLookedUp,
  useNotificationSettings,
} from "@/components/settings/settings-provider";
import { atOnce, loadWhenIdle } from "@/components/ui/load-when-idle";
import { useZones } from "@/components/ui/zones";
import type { firstVisitProposal, Proposal } from "@/lib/appearance/first-visit";
import { zoneQuestion } from "@/lib/appearance/zone-question";
import type { Mirror } from "@/lib/appearance/mirror";
import { mirroredValues, shownAppearance } from "@/lib/appearance/mirrored-values";
import { utc } from "@/lib/time/zone";
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
  const { find } = useZones();
  const device = useDeviceZone();
  const isFirst = !(mirror.met && mirror.of === userId);
  const propose = useProposal(isFirst);
  const { isKnown, isFresh, isRead } = useKnowledge(device.isKnown && propose !== null);
  const { told, setTold, keepUndo, dismissTold, undoTold } = useTold();

  const appearance = shownAppearance(preferences, isKnown, brought);
  const person = isKnown ? metPerson(mirror, userId, isFresh) : mirror;
  const browserLanguage = isFresh ? negotiateLocale(navigator.languages.join(",")) : "en";
  const proposal = isFresh
    ? propose?.({
        ...{ userId, preferences, notifications, mirror, brought, browserLanguage },
        browserTags: navigator.languages,
        deviceZone: device.zone,
      })
    : null;

  // The notice shows in the frame in which the values are written.
  if (proposal && !told) setTold(proposal.told);

  const mirrorOf = (whose: Omit<Mirror, "values">): Mirror => ({
    ...whose,
    values: mirroredValues(appearance),
  });
  useEffect(() => {
    // What the browser brought to a first visit is judged before the cookie follows the person.
    if (isFirst && isRead && !isFresh) return;
    // Values that nobody has decided are not carried: the language of the browser may change.
    if (!isKnown && sameJson(appearance, carried)) return;
    if (!proposal) return present(mirrorOf(person), appearance);
    if (proposal.preferences) keepUndo(preferences.editPatch(proposal.preferences));
    if (proposal.notifications) keepUndo(notifications.editPatch(proposal.notifications));
  });

  const chosen = find(preferences.value.data_preferences.timezone) ?? utc;
  const question = isFresh && !proposal ? zoneQuestion(device.zone, chosen, person.keptZone) : null;
  const sameZones = find(notifications.value.notification_schedule.timezone)?.id === chosen.id;
  return {
    appearance,
    // The notice disappears once the zone has been changed again.
    told: told?.zone && told.zone !== chosen.id ? null : told,
    dismissTold,
    undoTold,
    question,
    /** Switches the time zone, and that of the schedule where both were the same. Returns how to undo it. */
    switchZone: (zone: string) =>
      inOne([
        preferences.edit("data_preferences.timezone", zone),
        ...(sameZones ? [notifications.edit("notification_schedule.timezone", zone)] : []),
      ]),
    keepZone: () => present({ ...mirrorOf(person), keptZone: device.name }, appearance),
  };
}

const inOne = (undos: readonly (() => void)[]) => () => undos.forEach((undo) => undo());

/** What the first visit took from the browser, until it is dismissed, and the way back in one press. */
function useTold() {
  const [told, setTold] = useState<Told | null>(null);
  const undos = useRef<(() => void)[]>([]);
  const keepUndo = (undo: () => void) => void undos.current.push(undo);
  const dismissTold = () => setTold(null);
  function undoTold() {
    inOne(undos.current)();
    dismissTold();
  }
  return { told, setTold, keepUndo, dismissTold, undoTold };
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

type Propose = typeof firstVisitProposal;
const proposesNothing: Propose = () => null;

/** What proposes the values of a first visit; its code is fetched for one alone, and null until it is here. */
function useProposal(isFirst: boolean): Propose | null {
  const [propose, setPropose] = useState<Propose | null>(null);
  useEffect(() => {
    if (!isFirst) return;
    const load = () => import("@/lib/appearance/first-visit");
    return loadWhenIdle(load, ({ firstVisitProposal }) => setPropose(() => firstVisitProposal), atOnce);
  }, [isFirst]);
  return propose ?? (isFirst ? null : proposesNothing);
}

/**
 * `isKnown`: the row has been read, now or earlier, and the edits that wait on this device are known, so the page
 * shows the values in effect. `isRead`: the server has read the row for this page. `isFresh`: and what is known of the
 * device can be judged; no other row is written to, and nothing is proposed before.
 */
function useKnowledge(canJudge: boolean) {
  const lookedUp = useLookedUp();
  const statuses = [useAppPreferences(), useNotificationSettings()].map(({ freshness }) => freshness.status);
  const isRead = lookedUp && statuses.every((status) => status === "fresh");
  return {
    isKnown: lookedUp && statuses.every((status) => status === "fresh" || status === "cached"),
    isRead,
    isFresh: canJudge && isRead,
  };
}

/**
 * The time zone of this device; it can change while the page is open. The page brings the person's zones: the table of
 * all zones is fetched for a device in another one. `isKnown`: it has been looked up, whether or not it was found.
 */
function useDeviceZone() {
  const name = useSyncExternalStore(onReturn, deviceZone, () => "UTC");
  const { find, table, load } = useZones();
  const zone = find(name);
  const isKnown = zone !== null || table !== null;
  useEffect(() => {
    if (!isKnown) load();
  }, [isKnown, load]);
  return { name, zone, isKnown };
}
// The device alone knows its name; what its clock shows there, our table says.
const deviceZone = () => new Intl.DateTimeFormat("en").resolvedOptions().timeZone;
