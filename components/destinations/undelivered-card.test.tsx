// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { giveVoice } from "@/components/ui/toast";
import { WorkspaceContext } from "@/components/workspace/workspace";
import { formats } from "@/lib/i18n/formats";
import { fail, ok, type Result } from "@/lib/result";
import en from "@/messages/en.json";
import { DestinationsContext } from "./destinations-context";
import { UndeliveredCard } from "./undelivered-card";

const { refresh } = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const said = vi.fn();
const failed = vi.fn();
giveVoice(Object.assign(said, { error: failed }));
afterEach(cleanup);
beforeEach(() => vi.clearAllMocks());

const dead = {
  id: "d1",
  channel: "sms",
  reason: "blocked",
  at: "2026-11-23T12:30:00Z",
  attempts: 3,
  title: "Dana is burning",
  params: {},
  project_id: "p1",
} as const;

function show(answer: Result<boolean>, changes: object = {}) {
  const resendDelivery = vi.fn(async () => answer);
  const never = vi.fn();
  const actions = {
    addDestination: never,
    addPushSubscription: never,
    sendVerificationCode: never,
    verifyDestination: never,
    removeDestination: never,
    pauseDestination: never,
    sendTrialMessage: never,
    resendDelivery,
  };
  const projects = [{ id: "p1", name: "Oven", client_id: "c", client_name: "Client" }];
  render(
    <NextIntlClientProvider locale="en" messages={en} formats={formats} timeZone="UTC">
      <WorkspaceContext
        value={{ user: { name: "Ann", email: "a@example.org" }, projects, reached: [], rememberedId: null }}
      >
        <DestinationsContext value={{ userId: "ann", deviceId: null, actions }}>
          <UndeliveredCard undelivered={[{ ...dead, ...changes }]} />
        </DestinationsContext>
      </WorkspaceContext>
    </NextIntlClientProvider>,
  );
  return resendDelivery;
}
const send = () => act(() => userEvent.click(screen.getByRole("button", { name: /^Send again: .*Dana/ })));

it("says what was not delivered: on which channel, of which project, after how many attempts and why", () => {
  show(ok(true));
  const words = screen.getByRole("listitem").textContent;
  for (const part of [
    "Dana is burning",
    "SMS",
    "The provider refused it.",
    "3 attempts",
    "Oven",
    "Nov 23, 2026",
  ])
    expect(words).toContain(part);
  cleanup();
  show(ok(true), { reason: "of a later build", attempts: 1 });
  expect(screen.getByRole("listitem").textContent).toContain("It was stopped.");
  expect(screen.getByRole("listitem").textContent).toContain("1 attempt");
});

it("is sent again on a press, and the page is read anew", async () => {
  const resend = show(ok(true));
  await send();
  expect(resend.mock.calls).toEqual([[{ userId: "ann", id: "d1" }]]);
  expect(said.mock.lastCall?.[0]).toBe("It is on its way again.");
  expect(refresh).toHaveBeenCalledOnce();
});

it("stays where it is when sending again is refused, which is said", async () => {
  show(fail("not_found"));
  await send();
  expect(failed.mock.calls).toEqual([[en.errors.codes.not_found]]);
  expect(refresh).not.toHaveBeenCalled();
});
