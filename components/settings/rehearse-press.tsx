"use client";

import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { Switch } from "@/components/ui/switch";
import { createSettingsClient } from "@/lib/settings/client/settings-client";
import type { InitialRows } from "@/lib/settings/client/memory";
import { SettingsContext } from "./settings-context";
import { useDashboardSettings } from "./settings-provider";

/**
 * Presses a switch that nobody sees, with the page's own rows, while nothing else is to be done: the code that a press
 * runs through is compiled then, and not in the frame of a person's first one. Its client is connected to nothing, so
 * that the press is shown to nobody, kept nowhere and never sent.
 */
export function rehearsePress(rows: InitialRows | null): void {
  const client = createSettingsClient("rehearsal", rows);
  const container = document.createElement("div");
  const root = createRoot(container);
  flushSync(() =>
    root.render(
      <SettingsContext value={{ client, drawn: client, projectId: null }}>
        <Rehearsed />
      </SettingsContext>,
    ),
  );
  for (const control of container.querySelectorAll("button")) flushSync(() => control.click());
  root.unmount();
}

function Rehearsed() {
  const { value, edit } = useDashboardSettings(null);
  const { insights } = value.widget_visibility;
  return <Switch checked={insights} onChange={(on) => edit("widget_visibility.insights", on)} />;
}
