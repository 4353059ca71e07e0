import { fail, ok, type Result } from "@/lib/result";
import { dashboard, type DashboardPatch, type DashboardSettings } from "./dashboard";
import { sameJson, type Json, type JsonObject } from "./json";
import { mergeObject, setAt, valueAt } from "./patch";
import { patchSchema } from "./patch-schema";
import { parse } from "./resolve";
import { patchedPaths } from "./sections";
import type { SettingsClient } from "./settings-client";

/**
 * The settings service as a component uses it: the names and the contract of the server service, the plain value, and
 * writes through the outbox. A component that saves the whole object stores only what differs from the value it was
 * given last, so that values it merely shows are never pinned as the person's own.
 */
export function createBrowserSettingsService(client: SettingsClient) {
  const given = new Map<string | null, DashboardSettings>();
  const last = (projectId: string | null) => given.get(projectId) ?? client.view(projectId).value;

  return {
    /** Waits until the server or the device has said what is known. */
    async getDashboardSettings(projectId: string | null): Promise<DashboardSettings> {
      await known(client, projectId);
      const { value } = client.view(projectId);
      given.set(projectId, value);
      return value;
    },

    /** Resolves when the change is kept on this device; a missing key is left alone, null goes back to inherited. */
    async updateDashboardSettings(settings: DashboardPatch, projectId: string | null): Promise<Result<void>> {
      const parsed = patchSchema(dashboard).safeParse(settings);
      if (!parsed.success) return invalid(parsed.error.issues[0]?.path);
      const patch = differences(last(projectId), parsed.data);
      // From now on the component holds what it gave, not what others may have changed meanwhile.
      const held = mergeObject(last(projectId), parsed.data);
      await client.edit(projectId, patch);
      given.set(projectId, parse(dashboard, mergeObject(client.view(projectId).value, held)));
      return ok(undefined);
    },

    /** Makes a value the person's own, also where it equals the inherited one. */
    async setField(path: string, value: Json, projectId: string | null): Promise<Result<void>> {
      const patch = setAt({}, path, value);
      const parsed = patchSchema(dashboard).safeParse(patch);
      if (!parsed.success) return invalid(parsed.error.issues[0]?.path);
      await client.edit(projectId, patch);
      return ok(undefined);
    },
  };
}

async function known(client: SettingsClient, projectId: string | null): Promise<void> {
  const isKnown = () => client.view(projectId).freshness.status !== "looking";
  if (isKnown()) return;
  const stopWatching = client.watch(projectId);
  await new Promise<void>((resolve) => {
    const stopListening = client.subscribe(() => {
      if (!isKnown()) return;
      stopListening();
      resolve();
    });
  });
  stopWatching();
}

const invalid = (path: PropertyKey[] = []) => fail("invalid", { path: path.map(String).join(".") });

/** The part of `wanted` that differs from `shown`; null always does. */
function differences(shown: JsonObject, wanted: JsonObject): JsonObject {
  return patchedPaths(dashboard, wanted).reduce<JsonObject>((patch, path) => {
    const value = valueAt(wanted, path) ?? null;
    return sameJson(value, valueAt(shown, path)) ? patch : setAt(patch, path, value);
  }, {});
}
