import { act, render, within } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { vi } from "vitest";
import { useArrange } from "@/components/dashboard/arrange/use-arrange";
import { DashboardView, type DashboardViewProps } from "@/components/dashboard/dashboard-view";
import type { Asked } from "@/lib/leads/asked";
import type { Panels } from "@/lib/leads/panels";
import { somePanels } from "@/lib/testing/lead-panels";
import { ok, type Result } from "@/lib/result";
import { dashboard, type DashboardPatch } from "@/lib/settings/dashboard";
import type { Widget } from "@/lib/settings/widgets";
import { resolve } from "@/lib/settings/resolve";
import { defaults } from "@/lib/settings/sections";
import { session } from "@/lib/settings/session";
import { formats } from "@/lib/i18n/formats";
import en from "@/messages/en.json";

const projectId = "0a7e0000-0002-4000-8000-000000000001";
const settingsOf = (overrides: DashboardPatch) =>
  resolve(dashboard, [{ name: "user", overrides: JSON.parse(JSON.stringify(overrides)), version: 1 }]).value;

type Scene = {
  overrides?: DashboardPatch;
  answer?: Promise<Result<Panels>>;
  asTable?: Widget[];
  wanted?: Partial<Asked>;
};

type Editor = Parameters<typeof useArrange>[1];
const Arranged = ({ editor, ...props }: Omit<DashboardViewProps, "arrange"> & { editor: Editor }) => (
  <DashboardView {...props} arrange={useArrange(props.settings, editor)} />
);

export async function show(scene: Scene = {}) {
  const { overrides = {}, answer = Promise.resolve(ok(somePanels)), asTable = [] } = scene;
  const wanted = { ...somePanels.asked, ...scene.wanted };
  const viewModes = { ...defaults(session).ui_state.viewModes };
  for (const widget of asTable) viewModes[widget] = "table";
  const editor = { edit: vi.fn(), editPatch: vi.fn(), everywhere: null };
  const onViewModeChange = vi.fn();
  const refresh = vi.fn();
  const onPeriodChange = vi.fn();
  const onWidgetPeriodChange = vi.fn();
  const targets = { setOwn: vi.fn(), setProject: vi.fn(() => Promise.resolve(ok(null))) };
  const now = new Date("2026-11-22T12:00:30Z");
  await act(async () =>
    render(
      <NextIntlClientProvider locale="en" messages={en} formats={formats} timeZone="UTC" now={now}>
        <Arranged
          editor={editor}
          projectId={projectId}
          settings={settingsOf(overrides)}
          figures={{ answer, pending: false, failed: false, refresh, wanted }}
          onPeriodChange={onPeriodChange}
          onWidgetPeriodChange={onWidgetPeriodChange}
          targets={targets}
          viewModes={viewModes}
          onViewModeChange={onViewModeChange}
        />
      </NextIntlClientProvider>,
    ),
  );
  return { onViewModeChange, refresh, onPeriodChange, onWidgetPeriodChange, targets };
}

// Roles of everything on the board take seconds to compute; a card is found by its mark and searched by role.
export const cards = () =>
  [...document.querySelectorAll<HTMLElement>("section[data-widget]")].map((card) => card.dataset.widget);

export function card(widget: Widget) {
  const found = document.querySelector<HTMLElement>(`section[data-widget="${widget}"]`);
  if (!found) throw new Error(`no card ${widget}`);
  return within(found);
}

export const rowsOf = (widget: Widget) =>
  [...document.querySelectorAll(`[data-widget="${widget}"] tbody tr`)].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
