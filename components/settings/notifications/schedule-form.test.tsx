// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { heldSettings } from "@/components/settings/held-settings.test-support";
import type { JsonObject } from "@/lib/settings/json";
import { notifications } from "@/lib/settings/notifications";
import { monday, show } from "./page.test-support";
import { ScheduleForm } from "./schedule-form";

const announced: { text: string; undo: () => void }[] = [];
vi.mock("@/components/ui/use-undo-toast", () => ({
  useUndoToast: () => (text: string, _: string, undo: () => void) => void announced.push({ text, undo }),
}));
const undo = () => act(() => announced.at(-1)?.undo());

afterEach(() => {
  cleanup();
  announced.length = 0;
  vi.useRealTimers();
});

function openSchedule(schedule: JsonObject = {}, channels: JsonObject = {}) {
  const settings = heldSettings(notifications, { notification_schedule: schedule, ...channels });
  const Page = () => {
    const { value, ...held } = settings.use();
    const ownQuiet = {
      push: value.push_notifications.quietHours,
      sms: value.sms_notifications.quietHours,
      whatsapp: value.whatsapp_notifications.quietHours,
    };
    return <ScheduleForm saved={value.notification_schedule} ownQuiet={ownQuiet} {...held} />;
  };
  show(<Page />);
  return settings;
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const day = (name: string) => field(name);
// The role of everything on this page takes seconds to compute: controls are found by their words.
const press = (words: string) => userEvent.click(screen.getByText(words, { selector: "button" }));
const save = () => press("Save");
const alerts = () => [...document.querySelectorAll("[role=alert]")].map((alert) => alert.textContent);

describe("the hours", () => {
  it("are saved together, whole, and only those that were changed", async () => {
    const { patches } = openSchedule();
    type("Working hours: to", "17:30");
    await userEvent.click(day("Friday"));
    expect(patches).toEqual([]);
    expect(screen.getByLabelText("Not saved yet").textContent).toContain("Working hours changed");
    await save();
    expect(patches).toEqual([
      {
        notification_schedule: {
          workingHours: {
            start: "09:00",
            end: "17:30",
            days: { sun: false, mon: true, tue: true, wed: true, thu: true, fri: false, sat: false },
          },
        },
      },
    ]);
    expect(announced.map(({ text }) => text)).toEqual(["Working hours saved"]);
    undo();
    expect(field("Working hours: to").value).toBe("18:00");
  });

  it("list the days in the order of the person's week", () => {
    openSchedule();
    const days = [...screen.getByLabelText("Days").querySelectorAll("input")];
    expect(days.at(0)?.getAttribute("aria-label")).toBe("Monday");
    expect(days.at(-1)?.getAttribute("aria-label")).toBe("Sunday");
  });

  it("that end when they start are refused at the field that is wrong", async () => {
    const { patches } = openSchedule();
    type("Quiet hours: to", "22:00");
    await save();
    expect(alerts()).toEqual(["Start and end must differ."]);
    await waitFor(() => expect(document.activeElement).toBe(field("Quiet hours: to")));
    expect(field("Quiet hours: to").getAttribute("aria-invalid")).toBe("true");
    expect(patches).toEqual([]);
  });

  it("of a week without a day are refused, and the keyboard goes to the days", async () => {
    const { patches } = openSchedule();
    for (const name of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])
      await userEvent.click(day(name));
    await save();
    expect(alerts()).toEqual(["Choose at least one day."]);
    await waitFor(() => expect(document.activeElement).toBe(day("Monday")));
    expect(patches).toEqual([]);
  });

  it("that are quiet whenever one works are refused: nothing would ever come through", async () => {
    const { patches } = openSchedule();
    type("Working hours: from", "23:00");
    type("Working hours: to", "07:00");
    await save();
    expect(alerts()).toEqual([expect.stringContaining("nothing would ever come through")]);
    expect(document.activeElement).toBe(field("Quiet hours: from"));
    expect(patches).toEqual([]);
    await userEvent.click(screen.getByLabelText("Quiet hours"));
    await save();
    expect(patches).toHaveLength(1);
  });

  it("that leave no hour to a channel with quiet hours of its own are refused, with the channel named", async () => {
    const quietHours = { mode: "own", start: "20:00", end: "12:00", urgentPasses: false };
    const { patches } = openSchedule({}, { push_notifications: { quietHours } });
    type("Working hours: to", "11:30");
    await save();
    expect(alerts()).toEqual([expect.stringContaining("The quiet hours of Push")]);
    expect(document.activeElement).toBe(field("Working hours: from"));
    expect(patches).toEqual([]);
    type("Working hours: to", "13:00");
    await save();
    expect(patches).toHaveLength(1);
  });

  it("say that they end on the next day", () => {
    openSchedule();
    expect(screen.getAllByText("ends the next day")).toHaveLength(1);
    type("Quiet hours: to", "23:00");
    expect(screen.queryByText("ends the next day")).toBeNull();
  });
});

it("digests have an hour and a weekday, saved as one, and the form says when the next ones go out", async () => {
  vi.useFakeTimers({ now: new Date(monday), toFake: ["Date"] });
  const { patches } = openSchedule();
  // Its code is loaded after the form.
  const line = await screen.findByText(/^Next daily one/, {}, { timeout: 10_000 });
  expect(line.textContent).toBe("Next daily one: tomorrow, 09:00. Next weekly one: Nov 30, 09:00.");
  type("Digests: time", "17:30");
  type("Digests: weekday", "wed");
  expect(line.textContent).toBe("Next daily one: 17:30. Next weekly one: Wednesday, 17:30.");
  await save();
  expect(patches).toEqual([{ notification_schedule: { digest: { time: "17:30", day: "wed" } } }]);
});

it("a limit of interruptions is saved with the hours", async () => {
  const { patches } = openSchedule();
  type("At most per hour", "3");
  await save();
  expect(patches).toEqual([{ notification_schedule: { interruptionsPerHour: "3" } }]);
});

describe("a pause", () => {
  it("holds at once, to the minute, whatever else is being edited, and can be undone", async () => {
    vi.useFakeTimers({ now: new Date("2026-11-23T12:30:20Z"), toFake: ["Date"] });
    const { patches, overrides } = openSchedule();
    type("Working hours: to", "17:30");
    await press("1 hour");
    expect(patches).toEqual([{ notification_schedule: { pausedUntil: "2026-11-23T13:31:00.000Z" } }]);
    expect(field("Working hours: to").value).toBe("17:30");
    expect(announced.map(({ text }) => text)).toEqual(["Paused until 13:31"]);
    undo();
    expect(overrides()).toEqual({ notification_schedule: {} });
  });

  it("until tomorrow ends when work begins, on the clock of the schedule", async () => {
    vi.useFakeTimers({ now: new Date(monday), toFake: ["Date"] });
    const { patches } = openSchedule({ timezone: "Asia/Jerusalem" });
    await press("Until tomorrow, 09:00");
    await waitFor(() =>
      expect(patches).toEqual([{ notification_schedule: { pausedUntil: "2026-11-24T07:00:00Z" } }]),
    );
  });

  it("until a moment of one's own is taken if it lies ahead", async () => {
    vi.useFakeTimers({ now: new Date(monday), toFake: ["Date"] });
    const { patches } = openSchedule({ timezone: "Asia/Jerusalem" });
    await press("Date and time…");
    const moment = await screen.findByLabelText<HTMLInputElement>("Pause until", { selector: "input" });
    await waitFor(() => expect(moment.value).toBe("2026-11-24T09:00"));
    fireEvent.change(moment, { target: { value: "2026-11-22T09:00" } });
    await press("Pause");
    expect(await screen.findByText("That moment has passed.")).toBeTruthy();
    fireEvent.change(moment, { target: { value: "2026-11-25T09:00" } });
    await press("Pause");
    await waitFor(() =>
      expect(patches).toEqual([{ notification_schedule: { pausedUntil: "2026-11-25T07:00:00Z" } }]),
    );
  });

  it("that holds says until when and can be ended; one that has passed is none", async () => {
    const { patches } = openSchedule({ pausedUntil: "2026-11-24T09:00:00Z" });
    expect(screen.getByText("Until tomorrow, 09:00", { selector: "p" })).toBeTruthy();
    await press("End the pause");
    expect(patches).toEqual([{ notification_schedule: { pausedUntil: "never" } }]);
    cleanup();
    openSchedule({ pausedUntil: "2026-11-23T12:00:00Z" });
    expect(screen.getByText("Not paused")).toBeTruthy();
  });
});
