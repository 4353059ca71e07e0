// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { useEffect, useState as useReactState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { fail } from "@/lib/result";
import { createBrowserSettingsService } from "@/lib/settings/client/browser-service";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import type { Widget } from "@/lib/settings/widgets";
import { fakeBrowser } from "@/lib/testing/fake-browser";

let userSettingsService: ReturnType<typeof createBrowserSettingsService>;

/** The document's component shows nothing before its settings are there, and says no word of null: types need one. */
function useState<T>(initial: null): [T, (value: T) => void];
function useState<T>(initial: T) {
  return useReactState(initial);
}

// The component of the original design document, word for word; added are the types and what it shows.
type DashboardWidgetProps = { projectId: string };
const DashboardWidget = ({ projectId }: DashboardWidgetProps) => {
  const [settings, setSettings] = useState<DashboardSettings>(null);

  useEffect(() => {
    async function loadSettings() {
      const dashboardSettings = await userSettingsService.getDashboardSettings(projectId);
      setSettings(dashboardSettings);
    }
    loadSettings();
  }, [projectId]);

  const toggleWidget = async (widgetName: Widget) => {
    const updated = {
      ...settings,
      widget_visibility: {
        ...settings.widget_visibility,
        [widgetName]: !settings.widget_visibility[widgetName],
      },
    };

    await userSettingsService.updateDashboardSettings(updated, projectId);
    setSettings(updated);
  };
  return (
    settings && (
      <button
        aria-pressed={settings.widget_visibility.metrics}
        onClick={() => void toggleWidget("metrics")}
      />
    )
  );
};

function opened() {
  const browser = fakeBrowser();
  browser.server.changeElsewhere("ann", null, {
    widget_visibility: { insights: false },
    dashboard_preferences: { compactMode: true },
  });
  const { client } = browser.openPage("ann", null);
  const noSession = async () => fail("unavailable");
  userSettingsService = createBrowserSettingsService(client, { read: noSession, save: noSession });
  return { ...browser, client };
}
const idle = (browser: ReturnType<typeof opened>) => act(() => browser.idle());
const toggle = async (browser: ReturnType<typeof opened>) => {
  act(() => screen.getByRole("button").click());
  await idle(browser);
};
const isPressed = () => screen.getByRole("button").getAttribute("aria-pressed");

afterEach(cleanup);

describe("the original document's component", () => {
  it("saves its whole object, and stores only what it changed", async () => {
    const browser = opened();
    render(<DashboardWidget projectId="p1" />);
    await idle(browser);
    expect(isPressed()).toBe("true");
    await toggle(browser);
    expect(isPressed()).toBe("false");
    expect(browser.server.rowOf("ann", "p1").overrides).toEqual({ widget_visibility: { metrics: false } });
    expect(browser.server.requests.map(({ patch }) => patch)).toEqual([
      { widget_visibility: { metrics: false } },
    ]);
  });

  it("does not undo what was changed elsewhere since it read", async () => {
    const browser = opened();
    render(<DashboardWidget projectId="p1" />);
    await idle(browser);
    const { version } = browser.server.changeElsewhere("ann", "p1", {
      widget_visibility: { pieCharts: false },
    });
    browser.client.applyHint({ section: "dashboard", project_id: "p1", version });
    await idle(browser);
    await toggle(browser);
    await toggle(browser);
    expect(browser.server.rowOf("ann", "p1").overrides).toEqual({
      widget_visibility: { pieCharts: false, metrics: true },
    });
    expect(browser.client.sync()).toMatchObject({ kind: "saved", conflicts: [] });
  });
});
