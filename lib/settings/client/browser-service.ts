import { fail, ok, type Result } from "@/lib/result";
import {
  completeAtomic,
  type DashboardGiven,
  type NotificationsGiven,
  type PreferencesGiven,
} from "@/lib/settings/complete-atomic";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import { documentId, type DocumentRef, sectionOf } from "@/lib/settings/document";
import type { FieldGroup } from "@/lib/settings/fields";
import { sameJson, type Json, type JsonObject } from "@/lib/settings/json";
import { known } from "./known";
import type { NotificationSettings } from "@/lib/settings/notifications";
import { openingPatchSchema } from "@/lib/settings/opening-hours";
import { mergeObject, setAt, valueAt } from "@/lib/settings/patch";
import { patchSchema } from "@/lib/settings/patch-schema";
import type { AppPreferences } from "@/lib/settings/preferences";
import { settingsSections } from "@/lib/settings/registry";
import { parse } from "@/lib/settings/resolve";
import { leaves, patchedPaths, type Section } from "@/lib/settings/sections";
import { session, type SessionState, type SessionStatePatch } from "@/lib/settings/session";
import type { SettingsClient } from "./settings-client";
import type { SettingsView } from "./state";

/** Where session state is kept: not on this device's outbox, for it is nobody's preference. */
export type SessionTransport = {
  read(sessionId: string): Promise<Result<JsonObject>>;
  save(sessionId: string, patch: JsonObject): Promise<Result<unknown>>;
};

const rowForAll = (section: DocumentRef["section"]): DocumentRef => ({ section, projectId: null });

/**
 * The settings service as a component uses it: the names and the contract of the server service, the plain value, and
 * writes through the outbox. A component that saves the whole object stores only what differs from the value it was
 * given last, so that values it merely shows are never pinned as the person's own.
 */
export function createBrowserSettingsService(client: SettingsClient, transport: SessionTransport) {
  const { views } = client;
  const write = createWriter(client);
  return {
    /** Waits until the server or the device has said what is known. */
    async getDashboardSettings(projectId: string | null): Promise<DashboardSettings> {
      await known(client, projectId);
      return write.given({ section: "dashboard", projectId }, views.dashboard(projectId).value);
    },
    /** Resolves when the change is kept on this device; a missing key is left alone, null goes back to inherited. */
    updateDashboardSettings: (settings: DashboardGiven, projectId: string | null) =>
      write.update({ section: "dashboard", projectId }, settings),

    async getNotificationSettings(): Promise<NotificationSettings> {
      await known(client, null);
      return write.given(rowForAll("notifications"), views.notifications().value);
    },
    updateNotificationSettings: (settings: NotificationsGiven) =>
      write.update(rowForAll("notifications"), settings),

    async getAppPreferences(): Promise<AppPreferences> {
      await known(client, null);
      return write.given(rowForAll("preferences"), views.preferences().value);
    },
    updateAppPreferences: (settings: PreferencesGiven) => write.update(rowForAll("preferences"), settings),

    /** Makes a value the person's own, also where it equals the inherited one. */
    async setField(path: string, value: Json, projectId: string | null = null): Promise<Result<void>> {
      const section = settingsSections.find((candidate) => leaves(candidate).has(path));
      if (!section) return fail("invalid", { path });
      const row = section.name === "dashboard" ? projectId : null;
      return write.store({ section: section.name, projectId: row }, setAt({}, path, value));
    },

    /** Where the person was on a device; what nobody can say is as it is at first. */
    async getSessionState(sessionId: string): Promise<SessionState> {
      const answer = await transport.read(sessionId);
      return parse(session, answer.ok ? answer.value : {});
    },
    async updateSessionState(state: SessionStatePatch, sessionId: string): Promise<Result<void>> {
      const problem = problemIn(patchSchema(session), state);
      if (problem) return problem;
      const answer = await transport.save(sessionId, state);
      return answer.ok ? ok(undefined) : answer;
    },
  };
}

function createWriter(client: SettingsClient) {
  /** By document, the value a component was given last. */
  const lastGiven = new Map<string, JsonObject>();

  const viewOf = ({ section, projectId }: DocumentRef): SettingsView<FieldGroup> =>
    section === "dashboard" ? client.views.dashboard(projectId) : client.views[section]();

  /** What is not possible, as far as this device knows what holds. */
  const problemOf = (ref: DocumentRef, patch: JsonObject) => {
    const section = sectionOf(ref);
    const { value, freshness } = viewOf(ref);
    const isSeen = freshness.status === "fresh" || freshness.status === "cached";
    return problemIn(isSeen ? openingPatchSchema(section, value) : patchSchema(section), patch);
  };

  async function store(ref: DocumentRef, patch: JsonObject): Promise<Result<void>> {
    const problem = problemOf(ref, patch);
    if (problem) return problem;
    await client.edit(ref, patch);
    return ok(undefined);
  }
  return {
    store,
    given<Value extends JsonObject>(ref: DocumentRef, value: Value): Value {
      lastGiven.set(documentId(ref), value);
      return value;
    },
    async update(ref: DocumentRef, settings: JsonObject): Promise<Result<void>> {
      const section = sectionOf(ref);
      const shown = () => viewOf(ref).value;
      const last = lastGiven.get(documentId(ref)) ?? shown();
      const whole = completeAtomic(section, settings, shown());
      const change = differences(section, last, whole);
      const problem = problemIn(patchSchema(section), whole) ?? problemOf(ref, change);
      if (problem) return problem;
      await client.edit(ref, change);
      // From now on the component holds what it gave, not what others may have changed meanwhile.
      lastGiven.set(documentId(ref), parse(section, mergeObject(shown(), mergeObject(last, whole))));
      return ok(undefined);
    },
  };
}

function problemIn(schema: ReturnType<typeof patchSchema>, patch: unknown): Result<never> | null {
  const { error } = schema.safeParse(patch);
  return error ? fail("invalid", { path: (error.issues[0]?.path ?? []).map(String).join(".") }) : null;
}

/** The part of `wanted` that differs from `shown`; null always does. */
function differences(section: Section, shown: JsonObject, wanted: JsonObject): JsonObject {
  return patchedPaths(section, wanted).reduce<JsonObject>((patch, path) => {
    const value = valueAt(wanted, path) ?? null;
    return sameJson(value, valueAt(shown, path)) ? patch : setAt(patch, path, value);
  }, {});
}
