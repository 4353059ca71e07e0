import type { SettingsEvent } from "@/lib/audit/event";

/** A change as the server tells it; later ids are later. */
export const event = (id: number, change: Partial<SettingsEvent> = {}): SettingsEvent => ({
  id,
  section: "dashboard",
  project_id: null,
  path: `widget_visibility.w${id}`,
  before: null,
  after: false,
  source: "ui",
  actor: "7d0a2f4e-0000-4000-8000-00000000000a",
  actor_name: "Ann",
  own: true,
  op_id: operation(id),
  device: "Chrome on Windows",
  version: id,
  at: `2026-11-05T10:${String(id).padStart(2, "0")}:00.5+00:00`,
  ...change,
});

export const operation = (id: number): string => `7d0a2f4e-0000-4000-8000-${String(id).padStart(12, "0")}`;
