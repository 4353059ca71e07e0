// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { settingsOf } from "@/lib/notifications/delivery/situations";
import { destinations, show } from "./page.test-support";
import { TryIt } from "./try-it";
import { TryItCard } from "./try-it-card";

afterEach(cleanup);

type Set = Parameters<typeof settingsOf>[0];
const night = new Date("2026-11-23T23:00:00Z");

function open(set: Set = {}, now?: Date, unsaved: Set = set) {
  const settings = settingsOf(set);
  const schedule = settingsOf(unsaved).notification_schedule;
  show(<TryIt settings={settings} schedule={schedule} destinations={destinations} />, now);
}
const line = (channel: string) => {
  const found = document.querySelector<HTMLElement>(`li[data-channel=${channel}]`);
  if (!found) throw new Error(`no line of ${channel}`);
  return found;
};
const email = { email_notifications: { heatProgressions: true } };

describe("when would this reach me", () => {
  it("says for every channel whether, when and why, in the words of the rules", () => {
    open(email);
    expect(line("inApp").textContent).toBe("In the appShown at once");
    expect(line("email").textContent).toContain("Sent 12:32, unless you read it first");
    expect(line("push").textContent).toContain("Destination · No destination is set up.");
    expect(within(line("push")).getByRole("link").getAttribute("href")).toBe("/settings/destinations");
  });

  it("waits for the end of quiet hours, and each rule leads to its setting", () => {
    open(email, night);
    expect(line("email").textContent).toContain("Waits until tomorrow, 08:00, then sent");
    const link = within(line("email")).getByText("Quiet hours");
    expect(link.getAttribute("href")).toBe("#notification_schedule-quietHours");
  });

  it("counts the hours as they stand in the form, saved or not", () => {
    const off = { enabled: false, start: "22:00", end: "08:00", urgentPasses: false };
    open(email, night, { notification_schedule: { quietHours: off } });
    expect(line("email").textContent).toContain("Sent 23:02");
  });

  it("follows what happens and how hot the lead is", async () => {
    open({
      email_notifications: { minimumHeat: "burning" },
      in_app_notifications: { minimumHeat: "burning" },
    });
    expect(line("email").textContent).toContain("Not sent");
    const link = within(line("email")).getByText("Heat");
    expect(link.getAttribute("href")).toBe("#email_notifications-minimumHeat");
    expect(line("inApp").textContent).toContain("Not shown");
    await userEvent.click(screen.getByLabelText("Burning"));
    expect(line("email").textContent).toContain("unless you read it first");
    await userEvent.selectOptions(screen.getByLabelText("What happens"), "account.security");
    expect(screen.queryByLabelText("Burning")).toBeNull();
    expect(line("email").textContent).toContain("Sent at once");
    expect(line("email").textContent).toContain("Nobody can switch this off.");
    expect(screen.getByText("Urgent")).toBeTruthy();
  });

  it("takes a moment on the clock of the schedule, and says where it is none", async () => {
    open({ ...email, notification_schedule: { timezone: "Asia/Jerusalem" } });
    await userEvent.click(screen.getByLabelText("At a moment"));
    const field = screen.getByLabelText<HTMLInputElement>("Date and time");
    expect(field.value).toBe("2026-11-23T14:30");
    fireEvent.change(field, { target: { value: "2026-11-24T03:00" } });
    expect(line("email").textContent).toContain("Waits until 08:00, then sent");
    fireEvent.change(field, { target: { value: "" } });
    expect(screen.getByRole("alert").textContent).toBe("Enter a date and a time.");
  });
});

it("the card is closed until it is asked, and its button says so", async () => {
  const settings = settingsOf({});
  show(
    <TryItCard settings={settings} schedule={settings.notification_schedule} destinations={destinations} />,
  );
  const button = screen.getByText("Try it", { selector: "button" });
  expect(button.getAttribute("aria-expanded")).toBe("false");
  await userEvent.click(button);
  expect(await screen.findByLabelText("What happens", undefined, { timeout: 20_000 })).toBeTruthy();
  expect(button.getAttribute("aria-expanded")).toBe("true");
});
