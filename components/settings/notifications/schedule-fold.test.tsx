// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { markField } from "@/components/settings/search/mark-field";
import { notifications } from "@/lib/settings/notifications";
import { defaults } from "@/lib/settings/sections";
import { show } from "./page.test-support";
import { ScheduleFold } from "./schedule-fold";

afterEach(cleanup);

const { notification_schedule: usual } = defaults(notifications);
const fold = () => screen.getByRole("button", { name: "Digests, meetings, limit" });
const isOpen = () => fold().getAttribute("aria-expanded") === "true";

it("says from outside how what it holds is set", () => {
  const schedule = { ...usual, waitInMeetings: true, interruptionsPerHour: "3" } as const;
  show(<ScheduleFold schedule={schedule}>fields</ScheduleFold>);
  expect(screen.getByText("Digests at 09:00 · Waits during meetings · At most 3 an hour")).toBeTruthy();
});

it("opens by a press and by a link to a field in it", async () => {
  show(<ScheduleFold schedule={usual}>fields</ScheduleFold>);
  expect(screen.getByText("Digests at 09:00")).toBeTruthy();
  expect(isOpen()).toBe(false);
  await userEvent.click(fold());
  expect(isOpen()).toBe(true);
  await userEvent.click(fold());
  const giveUp = markField("notification_schedule-waitInMeetings");
  await screen.findByRole("button", { expanded: true });
  giveUp();
});
