/**
 * Passes hints from the person's live channel to the code that keeps the data. A hint names a changed row without its
 * values: listeners read the row again. Hints may be lost; `onLiveResync` listeners are called whenever that is
 * possible (a join, a renewed token, a return to the tab or of the network).
 */
export type SettingsHint = { section: string; project_id: string | null; version: number };

function createTopic<T>() {
  const listeners = new Set<(value: T) => void>();
  return {
    on(listener: (value: T) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit(value: T) {
      for (const listener of [...listeners]) listener(value);
    },
  };
}

/** Something was said at a lead. */
export type LeadHint = { lead_id: string };

const settings = createTopic<SettingsHint>();
const leads = createTopic<LeadHint>();
const resync = createTopic<void>();

export const onSettingsHint = settings.on;
export const emitSettingsHint = settings.emit;
export const onLeadHint = leads.on;
export const emitLeadHint = leads.emit;
export const onLiveResync = resync.on;
export const emitLiveResync = () => resync.emit();

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Null for anything that is not a settings hint: what arrives over a socket is input. */
export function settingsHintOf(payload: unknown): SettingsHint | null {
  if (!isRecord(payload)) return null;
  const { section, project_id: projectId = null, version } = payload;
  if (typeof section !== "string" || typeof version !== "number") return null;
  if (projectId !== null && typeof projectId !== "string") return null;
  return { section, project_id: projectId, version };
}

/** Null for anything that is not a hint about a lead. */
export function leadHintOf(payload: unknown): LeadHint | null {
  if (!isRecord(payload) || typeof payload.lead_id !== "string") return null;
  return { lead_id: payload.lead_id };
}
