"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedActionError } from "next/navigation";
import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from "react";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { atOnce, loadWhenIdle } from "@/components/ui/load-when-idle";
import { forgetShown } from "@/lib/device/shown-person";
import { onLiveResync, onSettingsHint } from "@/lib/live/hub";
import { listen, onReturn } from "@/lib/live/page-events";
import type { EditSource, PatchAction, PatchRequest } from "@/lib/settings/wire";
import type { DashboardPatch } from "@/lib/settings/dashboard";
import type { DocumentRef } from "@/lib/settings/document";
import type { Json, JsonObject } from "@/lib/settings/json";
import type { NotificationSettingsPatch } from "@/lib/settings/notifications";
import { setAt } from "@/lib/settings/patch";
import type { AppPreferencesPatch } from "@/lib/settings/preferences";
import { leaveEdits } from "@/lib/settings/outbox/leaving";
import { editWithUndo, restoreValues, type WantedValue } from "@/lib/settings/client/restore";
import { createSettingsClient, type SettingsClient } from "@/lib/settings/client/settings-client";
import type { InitialRows } from "@/lib/settings/client/memory";
import { SettingsContext, useReading, useSettingsContext } from "./settings-context";

/** Edits made before it has come are shown, and recorded when it comes. */
const loadConnection = fetchedEarly(() => import("@/lib/settings/client/browser-connection"));

type SettingsProviderProps = {
  userId: string;
  /** The project for hooks that name none; null: all projects. */
  projectId: string | null;
  /** The rows that the server read for this page; null where it could not. */
  initial: InitialRows | null;
  /**
   * The data with which the shell can be drawn without a server (`useRememberedShell` returns it); null where unknown.
   */
  shell?: Json;
  patchSettings: PatchAction;
  children: ReactNode;
};

/** Provides the settings of the signed-in person; starts anew when the person changes. */
export const SettingsProvider = (props: SettingsProviderProps) => <ForPerson key={props.userId} {...props} />;

function ForPerson(props: SettingsProviderProps) {
  const { userId, projectId, initial, shell = null, patchSettings, children } = props;
  const [client] = useState(() => createSettingsClient(userId, initial));
  const [drawn] = useState(() => createSettingsClient(userId, initial));

  // A refreshed page brings the same action as a new function. Starting the client anew for it would lose the edits
  // that wait in a browser that keeps nothing.
  const patch = useEffectEvent(patchSettings);

  useEffect(() => {
    const server = {
      patchSettings: (requests: readonly PatchRequest[]) => patch(requests),
      isOutdated: isUnrecognizedActionError,
    };
    let stop = () => {};
    const giveUp = loadWhenIdle(
      loadConnection,
      ({ connectBrowser }) => void (stop = client.start(connectBrowser(userId, server))),
      atOnce,
    );
    return () => {
      giveUp();
      stop();
    };
  }, [client, userId]);
  useEffect(() => client.rememberShell(shell), [client, shell]);
  useEffect(() => client.watch(projectId), [client, projectId]);
  useEffect(() => onSettingsHint(client.applyHint), [client]);
  useEffect(() => onLiveResync(client.resync), [client]);
  useEffect(() => onReturn(client.nudge), [client]);
  useEffect(() => beforeLeaving(() => isAtRisk(client)), [client]);
  useEffect(() => {
    const { unrecorded } = client;
    return leaveEdits(window, { userId, unrecorded, startAnew: () => window.location.reload() });
  }, [client, userId]);

  return <SettingsContext value={{ client, drawn, projectId }}>{children}</SettingsContext>;
}

/** Whether closing this tab would lose edits: they wait to be sent, and the device keeps nothing, or nothing yet. */
const isAtRisk = (client: SettingsClient): boolean => {
  const { durable, waiting } = client.sync();
  return waiting > 0 && !(durable && client.isConnected());
};

/** Asks, in the browser's own words, before the tab is closed or reloaded. */
const beforeLeaving = (mustAsk: () => boolean) =>
  listen(window, ["beforeunload"], (event) => mustAsk() && event.preventDefault());

/**
 * Edits of one row: they show at once, write to that row only, and answer how to undo exactly that. The same functions
 * as long as the row is the same one, whatever its values are: what is drawn with them need not be drawn again.
 */
function useEditor<Patch extends DashboardPatch | NotificationSettingsPatch | AppPreferencesPatch>(
  client: SettingsClient,
  section: DocumentRef["section"],
  projectId: string | null,
) {
  return useMemo(() => {
    const apply = (patch: JsonObject) => editWithUndo(client, { section, projectId }, patch);
    return {
      edit: (path: string, value: Json) => apply(setAt({}, path, value)),
      editPatch: (patch: Patch) => apply(patch),
      reset: (path: string) => apply(setAt({}, path, null)),
    };
  }, [client, section, projectId]);
}

/** The effective dashboard settings of a project (null: all projects; undefined: the provider's project). */
export function useDashboardSettings(asked?: string | null) {
  const { client, projectId: provided } = useSettingsContext();
  const projectId = asked === undefined ? provided : asked;
  const view = useReading(({ views }) => views.dashboard(projectId));
  useEffect(() => client.watch(projectId), [client, projectId]);
  const editor = useEditor<DashboardPatch>(client, "dashboard", projectId);
  return { ...view, projectId, ...editor };
}

export function useNotificationSettings() {
  const { client } = useSettingsContext();
  const view = useReading(({ views }) => views.notifications());
  return { ...view, ...useEditor<NotificationSettingsPatch>(client, "notifications", null) };
}

export function useAppPreferences() {
  const { client } = useSettingsContext();
  const view = useReading(({ views }) => views.preferences());
  return { ...view, ...useEditor<AppPreferencesPatch>(client, "preferences", null) };
}

/**
 * Changes values of any section and project at once, recorded as an undo where nothing else is said; answers how to undo
 * that in turn.
 */
export function useSettingsRestore() {
  const { client } = useSettingsContext();
  return (values: readonly WantedValue[], source?: EditSource) => restoreValues(client, values, source);
}

type Notice = DocumentRef & { path: string; mine: Json };

/** The state of saving over all sections and projects of this person on this device. */
export function useSyncStatus() {
  const { client } = useSettingsContext();
  const status = useReading(({ sync }) => sync());
  return {
    ...status,
    /** Keeps the server's value; in a conflict, that is "theirs". */
    dismiss: ({ path, ...ref }: Notice) => client.dismiss(ref, path),
    /** Stores the person's value again, based on the present row; in a conflict, that is "mine". */
    retry: ({ path, mine, ...ref }: Notice) => void client.edit(ref, setAt({}, path, mine)),
  };
}

/** Whether the device has been asked for waiting edits. Code that edits by itself must wait for it. */
export const useLookedUp = (): boolean => useReading(({ facts }) => facts().lookedUp);

/** The state of the settings client, for the debug panel. */
export const useSettingsFacts = () => useReading(({ facts }) => facts());

/** Whether the settings of a project come from the server, from this device, or from the defaults. */
export const useFreshness = (projectId?: string | null) => useDashboardSettings(projectId).freshness;

/**
 * The functions for signing out. Only the person's own sign-out clears the device: an expired sign-in clears nothing.
 */
export function useDeviceSettings() {
  const { client } = useSettingsContext();
  return {
    /** Tries to send the waiting edits; returns in `waiting` how many settings clearing the device would lose. */
    prepareSignOut: client.flush,
    clearDevice() {
      forgetShown();
      return client.clearDevice();
    },
  };
}

/** The shell data of the last page that the server rendered for this person here; null where unknown. */
export const useRememberedShell = (): Json => useReading(({ shell }) => shell());
