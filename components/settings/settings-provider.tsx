"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedActionError } from "next/navigation";
import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { onLiveResync, onSettingsHint } from "@/lib/live/hub";
import { listen, onReturn } from "@/lib/live/page-events";
import { browserEnvironment } from "@/lib/settings/client/browser-environment";
import type { PatchAction, PatchRequest } from "@/lib/settings/wire";
import type { DashboardPatch } from "@/lib/settings/dashboard";
import type { DocumentRef } from "@/lib/settings/document";
import type { Json, JsonObject } from "@/lib/settings/json";
import type { NotificationSettingsPatch } from "@/lib/settings/notifications";
import { setAt } from "@/lib/settings/patch";
import type { AppPreferencesPatch } from "@/lib/settings/preferences";
import { editWithUndo, restoreValues, type WantedValue } from "@/lib/settings/client/restore";
import { createSettingsClient, type SettingsClient } from "@/lib/settings/client/settings-client";
import type { InitialRows } from "@/lib/settings/client/memory";
import { SettingsContext, useSettingsContext } from "./settings-context";

type SettingsProviderProps = {
  userId: string;
  /** The project that hooks mean when none is given; null: all projects. */
  projectId: string | null;
  /** The rows as the server read them for this page; null where it could not. */
  initial: InitialRows | null;
  /** What the shell needs to be drawn without a server (`useRememberedShell` gives it back); null where unknown. */
  shell?: Json;
  patchSettings: PatchAction;
  children: ReactNode;
};

/** Holds the settings of the signed-in person for all that is below; mounted anew when the person changes. */
export const SettingsProvider = (props: SettingsProviderProps) => <ForPerson key={props.userId} {...props} />;

function ForPerson(props: SettingsProviderProps) {
  const { userId, projectId, initial, shell = null, patchSettings, children } = props;
  const [client] = useState(() => createSettingsClient(userId, initial));

  // A refreshed page brings the same action as another function. Starting anew for it would forget what waits in a
  // browser that keeps nothing.
  const patch = useEffectEvent(patchSettings);

  useEffect(() => {
    const server = {
      patchSettings: (requests: readonly PatchRequest[]) => patch(requests),
      isOutdated: isUnrecognizedActionError,
    };
    return client.start(browserEnvironment(userId, server));
  }, [client, userId]);
  useEffect(() => client.rememberShell(shell), [client, shell]);
  useEffect(() => client.watch(projectId), [client, projectId]);
  useEffect(() => onSettingsHint(client.applyHint), [client]);
  useEffect(() => onLiveResync(client.resync), [client]);
  useEffect(() => onReturn(client.nudge), [client]);
  useEffect(() => beforeLeaving(() => isAtRisk(client)), [client]);

  return <SettingsContext value={{ client, projectId }}>{children}</SettingsContext>;
}

/** What waits would be lost with this tab: the device keeps nothing, and the server has not heard. */
const isAtRisk = (client: SettingsClient): boolean => {
  const { durable, waiting } = client.sync();
  return !durable && waiting > 0;
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

/** The effective dashboard settings of a project (null: all projects; not given: the provider's project). */
export function useDashboardSettings(asked?: string | null) {
  const { client, projectId: provided } = useSettingsContext();
  const projectId = asked === undefined ? provided : asked;
  const read = () => client.views.dashboard(projectId);
  const view = useSyncExternalStore(client.subscribe, read, read);
  useEffect(() => client.watch(projectId), [client, projectId]);
  const editor = useEditor<DashboardPatch>(client, "dashboard", projectId);
  return { ...view, projectId, ...editor };
}

export function useNotificationSettings() {
  const { client } = useSettingsContext();
  const { notifications } = client.views;
  const view = useSyncExternalStore(client.subscribe, notifications, notifications);
  return { ...view, ...useEditor<NotificationSettingsPatch>(client, "notifications", null) };
}

export function useAppPreferences() {
  const { client } = useSettingsContext();
  const { preferences } = client.views;
  const view = useSyncExternalStore(client.subscribe, preferences, preferences);
  return { ...view, ...useEditor<AppPreferencesPatch>(client, "preferences", null) };
}

/** Brings values back, of any section and project, recorded as an undo; answers how to undo that in turn. */
export function useSettingsRestore() {
  const { client } = useSettingsContext();
  return (values: readonly WantedValue[]) => restoreValues(client, values);
}

type Notice = DocumentRef & { path: string; mine: Json };

/** How saving stands, over all sections and projects of this person on this device. */
export function useSyncStatus() {
  const { client } = useSettingsContext();
  const status = useSyncExternalStore(client.subscribe, client.sync, client.sync);
  return {
    ...status,
    /** The server's value stays; of a conflict, that is "theirs". */
    dismiss: ({ path, ...ref }: Notice) => client.dismiss(ref, path),
    /** The person's value again, made upon what is stored now; of a conflict, that is "mine". */
    retry: ({ path, mine, ...ref }: Notice) => void client.edit(ref, setAt({}, path, mine)),
  };
}

/** The device has been asked what waits on it. What acts on its own must not act before. */
export function useLookedUp(): boolean {
  const { client } = useSettingsContext();
  const read = () => client.facts().lookedUp;
  return useSyncExternalStore(client.subscribe, read, read);
}

/** What the page knows of what it knows: for the debug panel. */
export function useSettingsFacts() {
  const { client } = useSettingsContext();
  return useSyncExternalStore(client.subscribe, client.facts, client.facts);
}

/** Whether the settings of a project are the server's, the device's last known, or defaults. */
export const useFreshness = (projectId?: string | null) => useDashboardSettings(projectId).freshness;

/** What signing out needs. Only a person's own sign-out clears a device: an expired session clears nothing. */
export function useDeviceSettings() {
  const { client } = useSettingsContext();
  return {
    /** Tries to send what waits; `waiting` settings would be lost by clearing the device now. */
    prepareSignOut: client.flush,
    clearDevice: client.clearDevice,
  };
}

/** What the shell was drawn from when the server last answered this person here; null: not known (yet). */
export function useRememberedShell(): Json {
  const { client } = useSettingsContext();
  const read = () => client.shell();
  return useSyncExternalStore(client.subscribe, read, read);
}
