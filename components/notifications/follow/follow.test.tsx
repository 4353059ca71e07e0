// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { giveVoice } from "@/components/ui/toast";
import { ZonesProvider } from "@/components/ui/zones";
import { WorkspaceContext } from "@/components/workspace/workspace";
import { formats } from "@/lib/i18n/formats";
import type { Standing, Subscription, SubscriptionChange } from "@/lib/notifications/subscription";
import { fail, ok, type Result } from "@/lib/result";
import { serverClock } from "@/lib/server-clock";
import { blocksOf } from "@/lib/time/zone-table";
import en from "@/messages/en.json";
import { FollowButton } from "./follow-button";
import { FollowedCard } from "./followed-card";

vi.mock("@/components/settings/settings-provider", () => ({
  useNotificationSettings: () => ({ value: { notification_schedule: { timezone: "UTC" } } }),
}));

const userId = "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a01";
const projectId = "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10";
const leadId = "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a20";
const now = "2026-11-23T12:29:30.000Z";
const project = { id: projectId, name: "Oven", client_id: "c", client_name: "Client" };

const said = vi.fn();
const failed = vi.fn();
giveVoice(Object.assign(said, { error: failed }));
const waiting: ((result: Result<Subscription[]>) => void)[] = [];
// React ends no action before those that began earlier: none may stay without an answer.
afterEach(async () => {
  await act(async () => waiting.splice(0).forEach((resolve) => resolve(fail("unavailable"))));
  cleanup();
});
beforeEach(() => {
  vi.clearAllMocks();
  serverClock.hear(Date.parse(now));
});

/** Each call waits until the test answers it. */
function answerable() {
  const setSubscription = vi.fn(
    (_: SubscriptionChange) => new Promise<Result<Subscription[]>>((resolve) => waiting.push(resolve)),
  );
  const answer = (result: Result<Subscription[]>) => act(async () => waiting.shift()?.(result));
  return { page: { userId, setSubscription }, setSubscription, answer };
}
const onPage = (part: ReactNode) => (
  <NextIntlClientProvider locale="en" messages={en} formats={formats} timeZone="UTC" now={new Date(now)}>
    <ZonesProvider blocks={blocksOf(["UTC"])}>
      <WorkspaceContext
        value={{
          user: { name: "Ann", email: "a@example.org" },
          projects: [project],
          reached: [],
          rememberedId: null,
        }}
      >
        {part}
      </WorkspaceContext>
    </ZonesProvider>
  </NextIntlClientProvider>
);
const muted = { state: "muted", until: null } as const;

function showButton(standing: Standing, projectStanding: Standing = null) {
  const { page, ...rest } = answerable();
  const draw = (saved: Standing) =>
    onPage(
      <FollowButton
        page={page}
        about={{ projectId, leadId }}
        standing={saved}
        projectStanding={projectStanding}
      />,
    );
  const { rerender } = render(draw(standing));
  return { ...rest, saved: (next: Standing) => act(async () => rerender(draw(next))) };
}
const words = () => screen.getByRole("button", { name: /^Notifications/ }).textContent;
async function choose(name: RegExp) {
  await userEvent.click(screen.getByRole("button", { name: /^Notifications/ }));
  await userEvent.click(await screen.findByRole("menuitemradio", { name }));
}
const undo = () => act(async () => said.mock.lastCall?.[1].action.onClick());

it("a choice shows at once, is said when it is saved, and Undo brings back what was before", async () => {
  const { setSubscription, answer, saved } = showButton({ state: "followed", until: null });
  expect(words()).toBe("Notifications: following");
  await choose(/^Mute for good/);
  expect(words()).toBe("Notifications: muted");
  expect(setSubscription.mock.lastCall).toEqual([{ userId, projectId, leadId, ...muted }]);
  expect(said).not.toHaveBeenCalled();
  await answer(ok([]));
  expect(said.mock.lastCall?.[0]).toBe("Muted");
  await saved(muted);
  await undo();
  expect(words()).toBe("Notifications: following");
  expect(setSubscription.mock.lastCall?.[0]).toMatchObject({ state: "followed", until: null });
});

it("muting for a time asks for its end by the server's clock, on the clock of the schedule", async () => {
  const { setSubscription } = showButton(null);
  await choose(/^Mute for an hour/);
  expect(setSubscription.mock.lastCall?.[0]).toMatchObject({ until: "2026-11-23T13:30:00.000Z" });
  await choose(/^Mute until .*9:00/);
  expect(setSubscription.mock.lastCall?.[0]).toMatchObject({ until: "2026-11-24T09:00:00Z" });
});

it.each([
  [fail("invalid", { path: "until" }), "That end of muting has passed. Please choose again."],
  [fail("not_found", { path: "lead_id" }), "This lead is no longer in the project."],
  [fail("invalid", { path: "lead_id" }), "You mute and follow as many as fit. Take some back first."],
  [fail("rate_limited"), en.errors.codes.rate_limited],
])("what is refused goes back and names what was at fault", async (refusal, why) => {
  const { answer } = showButton(null);
  await choose(/^Mute for good/);
  await answer(refusal);
  expect(words()).toBe("Notifications: normal");
  expect(failed.mock.calls).toEqual([[why]]);
  expect(said).not.toHaveBeenCalled();
});

it("a lead of which nothing is said is as its project, and what has ended is over", () => {
  showButton(null, muted);
  expect(words()).toBe("Notifications: muted with its project");
  cleanup();
  showButton({ state: "muted", until: "2026-11-23T12:29:30+00:00" });
  expect(words()).toBe("Notifications: normal");
});

const row = {
  project_id: projectId,
  lead_id: leadId,
  lead_name: "Dana",
  state: "muted",
  until: null,
} as const;

it("the list names what is muted, takes it back at once, and shows a read that failed", async () => {
  const read = vi.fn(async () => Response.json(ok([row])));
  vi.stubGlobal("fetch", read);
  const { page, setSubscription, answer } = answerable();
  render(onPage(<FollowedCard page={page} />));
  await userEvent.click(await screen.findByRole("button", { name: /Take back: .*Dana/ }));
  expect(screen.queryByText("Dana")).toBeNull();
  expect(setSubscription.mock.lastCall?.[0]).toEqual({ userId, projectId, leadId, state: null, until: null });
  await answer(fail("unavailable"));
  expect(screen.getByText("Dana")).toBeDefined();
  expect(failed).toHaveBeenCalledWith(en.errors.codes.unavailable);

  await userEvent.click(screen.getByRole("button", { name: /Take back: .*Dana/ }));
  await answer(ok([]));
  expect(screen.getByText(/^You mute and follow nothing/)).toBeDefined();
  cleanup();

  read.mockRejectedValueOnce(new TypeError("fetch failed"));
  render(onPage(<FollowedCard page={page} />));
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  await waitFor(() => expect(screen.getByText("Dana")).toBeDefined());
});

it("a project is muted from the list, and stands there as the whole project", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json(ok([]))),
  );
  const { page, setSubscription, answer } = answerable();
  render(onPage(<FollowedCard page={page} />));
  await userEvent.click(await screen.findByRole("button", { name: "Choose" }));
  await userEvent.click(await screen.findByRole("menuitemradio", { name: /^Mute for good/ }));
  expect(setSubscription.mock.lastCall?.[0]).toEqual({ userId, projectId, leadId: null, ...muted });
  await answer(ok([{ ...row, lead_id: null, lead_name: null }]));
  expect(screen.getByText("The whole project")).toBeDefined();
});
