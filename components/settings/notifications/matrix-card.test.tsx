// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { heldSettings } from "@/components/settings/held-settings.test-support";
import { usePlainValueWords } from "@/components/settings/plain-words";
import { useUndoableEdit } from "@/components/settings/use-undoable-edit";
import type { JsonObject } from "@/lib/settings/json";
import { notifications } from "@/lib/settings/notifications";
import type { PushState } from "@/lib/device/push-subscription";
import { MatrixCard } from "./matrix-card";
import { destinations, show } from "./page.test-support";
import { DestinationLine } from "./destination-line";

// No picture is made here that what is said could wait for.
vi.mock("@/components/ui/after-paint", () => ({ afterPaint: (act: () => void) => act() }));

afterEach(cleanup);

function openMatrix(start: JsonObject = {}) {
  const settings = heldSettings(notifications, start);
  const said: string[] = [];
  const undos: (() => void)[] = [];
  const Page = () => {
    const held = settings.use();
    const announce = (text: string, _: string, undo: () => void) => {
      said.push(text);
      undos.push(undo);
    };
    const { valueAt, edit, editGroup, reset } = useUndoableEdit(held, announce, usePlainValueWords());
    const edits = { valueAt, onChange: edit, onChangeAll: editGroup, onReset: reset };
    return <MatrixCard provenance={held.provenance} destinations={destinations} {...edits} />;
  };
  show(<Page />);
  return { ...settings, said, undo: () => undos.at(-1)?.() };
}

/** The role of everything in the table takes seconds to compute: a control is found by its name, then its role. */
function control(role: string, name: string): HTMLElement {
  const found = screen.getByLabelText(name);
  expect(found.getAttribute("role") ?? found.tagName.toLowerCase()).toBe(role);
  return found;
}
const one = (name: string) => control("switch", name);
const mixed = (name: string) => control("checkbox", name);
const isOn = (control: HTMLElement) => control.getAttribute("aria-checked");

describe("the matrix", () => {
  it("is a table of categories by channels, each cell a switch with a name of its own", () => {
    openMatrix();
    const table = document.querySelector("table");
    expect(table?.caption?.textContent).toBe(
      "What may notify you, by category and channel. Arrow keys go from switch to switch.",
    );
    const heads = [...document.querySelectorAll("th[scope=col]")].map((head) => head.textContent);
    expect(heads).toEqual(["Category", "All", "In the app", "Email", "Push", "SMS", "WhatsApp", "Apps"]);
    expect(document.querySelectorAll("th[scope=row]")).toHaveLength(1 + 5);
    const cells = [...document.querySelectorAll("td[id] [role=switch]")];
    expect(new Set(cells.map((cell) => cell.getAttribute("aria-label"))).size).toBe(30);
  });

  it("sets the one field that is switched, and says of which channel", async () => {
    const { patches, said, overrides, undo } = openMatrix();
    await userEvent.click(one("Email: Lead updates"));
    expect(patches).toEqual([{ email_notifications: { leadUpdates: false } }]);
    expect(said).toEqual(["Email: Lead updates is off"]);
    undo();
    expect(overrides()).toEqual({});
  });

  it("shows a row whose channels differ as mixed, and turns on what is off, undone by one press", async () => {
    const { overrides, undo } = openMatrix({ in_app_notifications: { leadUpdates: false } });
    const row = mixed("All: Lead updates");
    expect(isOn(row)).toBe("mixed");
    await userEvent.click(row);
    expect(isOn(one("All: Lead updates"))).toBe("true");
    expect(overrides()).toEqual({ in_app_notifications: { leadUpdates: true } });
    undo();
    expect(overrides()).toEqual({ in_app_notifications: { leadUpdates: false } });
  });

  it("counts in All only the channels that reach somebody: on is said of those, off of every channel", async () => {
    const own = { push_notifications: { leadUpdates: true } };
    const { overrides } = openMatrix(own);
    expect(isOn(one("All: Lead updates")), "App and email are on, and the others reach nobody").toBe("true");
    await userEvent.click(one("All: Lead updates"));
    expect(isOn(one("All: Lead updates"))).toBe("false");
    expect(isOn(one("Push: Lead updates")), "what is set up later brings nothing").toBe("false");
    await userEvent.click(one("All: Lead updates"));
    expect(isOn(one("Push: Lead updates"))).toBe("false");
    expect(overrides()).toEqual({
      in_app_notifications: { leadUpdates: true },
      email_notifications: { leadUpdates: true },
      push_notifications: { leadUpdates: false },
      apps_notifications: { leadUpdates: false },
    });
  });

  it("is walked by arrow keys, in the direction of the page, and by Home and End", async () => {
    openMatrix();
    one("Email: Lead updates").focus();
    await userEvent.keyboard("{ArrowRight}{ArrowDown}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Push: Meeting reminders");
    await userEvent.keyboard("{End}{ArrowRight}");
    expect(document.activeElement?.getAttribute("aria-label"), "the walk ends at the edge").toBe(
      "Apps: Meeting reminders",
    );
    await userEvent.keyboard("{ArrowUp}{ArrowUp}{ArrowUp}{Home}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("All categories on all channels");
    document.documentElement.dir = "rtl";
    await userEvent.keyboard("{ArrowLeft}");
    document.documentElement.dir = "";
    expect(document.activeElement?.getAttribute("aria-label")).toBe("All: In the app");
  });

  it("turns a whole channel off and on, setting only what differs", async () => {
    const { overrides, said } = openMatrix({ email_notifications: { leadUpdates: false } });
    await userEvent.click(mixed("All: Email"));
    expect(overrides()).toEqual({ email_notifications: { leadUpdates: true } });
    await userEvent.click(one("All: Email"));
    expect(isOn(one("All: Email"))).toBe("false");
    expect(isOn(one("Email: Meeting reminders"))).toBe("false");
    expect(said).toEqual(["All of Email is on", "All of Email is off"]);
  });

  it("offers the way back for a value of one's own only, and keeps the keyboard in its cell", async () => {
    const { overrides } = openMatrix({ push_notifications: { leadUpdates: true } });
    expect(screen.getAllByLabelText(/back to/)).toHaveLength(1);
    await userEvent.click(control("button", "Push: Lead updates: back to Off, default"));
    expect(overrides()).toEqual({ push_notifications: {} });
    expect(document.activeElement).toBe(one("Push: Lead updates"));
  });

  it("tells those who cannot see the mark where a value comes from", () => {
    openMatrix({ push_notifications: { leadUpdates: true } });
    const layer = (name: string) =>
      document.getElementById(one(name).getAttribute("aria-describedby") ?? "")?.textContent;
    expect(layer("Push: Lead updates")).toBe("Where it comes from: You, all projects");
    expect(layer("Push: Meeting reminders")).toBe("Where it comes from: Default");
  });

  it("draws what is on and reaches nobody paler than what arrives", () => {
    openMatrix();
    expect(isOn(one("Apps: Lead updates"))).toBe("true");
    for (const name of ["Apps: Lead updates", "All: Apps"])
      expect(one(name).className).toContain("bg-accent-soft");
    for (const name of ["Email: Lead updates", "All: Email"])
      expect(one(name).className).not.toContain("bg-accent-soft");
  });

  it("keeps the switches of a channel that reaches nobody, and leads to where it is set up", async () => {
    const { patches } = openMatrix();
    await userEvent.click(one("SMS: Meeting reminders"));
    expect(patches).toEqual([{ sms_notifications: { meetingReminders: true } }]);
    const [link] = screen.getAllByLabelText("Set up SMS under Destinations");
    expect(link?.getAttribute("href")).toBe("/settings/destinations#sms");
    const [apps] = screen.getAllByLabelText("Connect an app under Integrations");
    expect(apps?.getAttribute("href")).toBe("/settings/integrations");
    expect(screen.getByText(/Push, SMS, WhatsApp, and Apps reach nobody yet/)).toBeTruthy();
  });
});

it.each<[PushState, RegExp]>([
  ["unknown", /until push is set up/],
  ["default", /has not been asked yet/],
  ["granted", /allows notifications, but is not turned on/],
  ["denied", /blocks notifications/],
  ["unsupported", /cannot receive push/],
])("push in a browser whose permission is %s says what is true of it", (state, words) => {
  show(<DestinationLine channel="push" destination={{ kind: "push", state }} />);
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByText("Set up").getAttribute("href")).toBe("/settings/destinations#push");
});
