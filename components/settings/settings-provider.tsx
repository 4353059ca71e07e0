"use client";

import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { onLiveResync, onSettingsHint } from "@/lib/live/hub";
import { browserEnvironment, type PatchAction } from "@/lib/settings/browser-environment";
import { dashboard, type DashboardPatch } from "@/lib/settings/dashboard";
import type { Json, JsonObject } from "@/lib/settings/json";
import { setAt, valueAt } from "@/lib/settings/patch";
import { patchedPaths } from "@/lib/settings/sections";
import { createSettingsClient } from "@/lib/settings/settings-client";
import type { InitialRows } from "@/lib/settings/settings-memory";
import { SettingsContext, useSettingsContext } from "./settings-context";

type SettingsProviderProps = {
  userId: string;
  /** The scope that hooks mean when none is given; null: all projects. */
  projectId: string | null;
  /** The rows as the server read them for this page; null where it could not. */
  initial: InitialRows | null;
  /** What the shell needs to be drawn without a server (`useRememberedShell` gives it back); null where unknown. */
  shell?: Json;
  patchDashboardSettings: PatchAction;
  children: ReactNode;
};

/** Holds the settings of the signed-in person for all that is below; mounted anew when the person changes. */
export const SettingsProvider = (props: SettingsProviderProps) => <ForPerson key={props.userId} {...props} />;

function ForPerson(props: SettingsProviderProps) {
  const { userId, projectId, initial, shell = null, patchDashboardSettings, children } = props;
  const [client] = useState(() => createSettingsClient(userId, initial));

  useEffect(
    () => client.start(browserEnvironment(userId, patchDashboardSettings)),
    [client, userId, patchDashboardSettings],
  );
  useEffect(() => client.rememberShell(shell), [client, shell]);
  useEffect(() => client.watch(projectId), [client, projectId]);
  useEffect(() => onSettingsHint(client.applyHint), [client]);
  useEffect(() => onLiveResync(client.resync), [client]);
  useEffect(() => onReturn(client.nudge), [client]);

  return <SettingsContext value={{ client, projectId }}>{children}</SettingsContext>;
}

/** The moments at which what could not be sent may go through. */
function onReturn(act: () => void): () => void {
  const ifVisible = () => document.visibilityState === "visible" && act();
  window.addEventListener("online", act);
  window.addEventListener("focus", act);
  document.addEventListener("visibilitychange", ifVisible);
  return () => {
    window.removeEventListener("online", act);
    window.removeEventListener("focus", act);
    document.removeEventListener("visibilitychange", ifVisible);
  };
}

/**
 * The effective dashboard settings of a scope (null: all projects; not given: the provider's project) and who decided
 * each. `set`, `change` and `reset` show at once, write to this scope only, and answer how to undo exactly that.
 */
export function useDashboardSettings(scope?: string | null) {
  const { client, projectId } = useSettingsContext();
  const open = scope === undefined ? projectId : scope;
  const read = () => client.view(open);
  const view = useSyncExternalStore(client.subscribe, read, read);
  useEffect(() => client.watch(open), [client, open]);

  function apply(patch: JsonObject): () => void {
    const before = undoOf(client.view(open).overrides, patch);
    void client.edit(open, patch);
    return () => void client.edit(open, before);
  }
  return {
    ...view,
    projectId: open,
    set: (path: string, value: Json) => apply(setAt({}, path, value)),
    change: (patch: DashboardPatch) => apply(patch),
    reset: (path: string) => apply(setAt({}, path, null)),
  };
}

/** The patch that brings back what the person's own values of these paths were, inherited included. */
const undoOf = (overrides: JsonObject, patch: JsonObject): JsonObject =>
  patchedPaths(dashboard, patch).reduce<JsonObject>(
    (undo, path) => setAt(undo, path, valueAt(overrides, path) ?? null),
    {},
  );

type Notice = { scope: string | null; path: string; mine: Json };

/** How saving stands, over all scopes of this person on this device. */
export function useSyncStatus() {
  const { client } = useSettingsContext();
  const status = useSyncExternalStore(client.subscribe, client.sync, client.sync);
  return {
    ...status,
    /** The server's value stays; of a conflict, that is "theirs". */
    dismiss: ({ scope, path }: Notice) => client.dismiss(scope, path),
    /** The person's value again, made upon what is stored now; of a conflict, that is "mine". */
    retry: ({ scope, path, mine }: Notice) => void client.edit(scope, setAt({}, path, mine)),
  };
}

/** Whether the settings of a scope are the server's, the device's last known, or defaults. */
export const useFreshness = (scope?: string | null) => useDashboardSettings(scope).freshness;

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
