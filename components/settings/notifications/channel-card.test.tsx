// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { heldSettings } from "@/components/settings/held-settings.test-support";
import { markField } from "@/components/settings/search/mark-field";
import { useUndoableEdit } from "@/components/settings/use-undoable-edit";
import { useValueWords } from "@/components/settings/value-words";
import type { JsonObject } from "@/lib/settings/json";
import { notifications } from "@/lib/settings/notifications";
import { categories } from "@/lib/vocabulary/categories";
import { ChannelCard } from "./channel-card";
import { destinations, monday, show } from "./page.test-support";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function openCard(overrides: JsonObject = {}) {
  vi.useFakeTimers({ now: new Date(monday), toFake: ["Date"] });
  const settings = heldSettings(notifications, overrides);
  const Page = () => {
    const held = settings.use();
    const { valueAt, edit, reset } = useUndoableEdit(held, () => undefined, useValueWords());
    const shown = { valueAt, provenance: held.provenance, destinations, onChange: edit, onReset: reset };
    return <ChannelCard {...shown} settings={held.value} />;
  };
  show(<Page />);
  return settings;
}

const field = (name: string) => screen.getByLabelText<HTMLSelectElement>(name);
const choose = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
/** Its code is loaded after the card. */
const nextLine = async () => (await screen.findByText(/^Next: /, {}, { timeout: 10_000 })).textContent;
const fold = (channel: string) => screen.getByLabelText(`By category, quiet hours: ${channel}`);
async function unfold(channel: string) {
  await userEvent.click(fold(channel));
  const name = `${channel}: Own quiet hours`;
  return screen.findByLabelText<HTMLSelectElement>(name, {}, { timeout: 10_000 });
}

it("the bell has no frequency: it fills at once", () => {
  openCard();
  expect(screen.queryByLabelText("In the app: How often")).toBeNull();
  expect(field("In the app: Minimum heat")).toBeTruthy();
  expect(screen.queryByLabelText("By category, quiet hours: In the app")).toBeNull();
});

it("what is gathered says when it goes out next", async () => {
  openCard();
  choose("Email: How often", "daily");
  expect(await nextLine()).toBe("Next: tomorrow, 09:00");
  choose("Email: How often", "immediate");
  expect(screen.queryByText(/^Next: /)).toBeNull();
});

it("the content of a push is hidden, and a missed push told by SMS, where a person asks for it", async () => {
  const { patches } = openCard();
  await userEvent.click(screen.getByLabelText("Push: Hide content on a lock screen"));
  choose("SMS: If you miss a push", "10");
  expect(patches).toEqual([
    { push_notifications: { hideContent: true } },
    { sms_notifications: { escalation: "10" } },
  ]);
});

it("a channel that is folded says in a line whether it is on and where it leads, or why it does not", () => {
  openCard({ in_app_notifications: Object.fromEntries(categories.map((category) => [category, false])) });
  const lines = {
    "In the app": "Off for everything",
    Email: "On, to ann@example.org",
    Push: "Not set up yet",
  };
  for (const [channel, words] of Object.entries({
    ...lines,
    SMS: "No number yet",
    Apps: "No app connected",
  })) {
    const heading = screen.getByRole("heading", { name: channel }).parentElement;
    const line = heading?.querySelector("p:last-child");
    expect(line?.textContent, channel).toBe(words);
    // A check mark only where something arrives.
    expect(line?.querySelector(".text-positive") !== null, channel).toBe(channel === "Email");
  }
  fireEvent.click(screen.getByLabelText("Settings of Email"));
  expect(screen.queryByText("On, to ann@example.org")).toBeNull();
});

describe("what is folded", () => {
  it("is not drawn until somebody asks, and says from outside what is set in it", async () => {
    openCard({
      email_notifications: {
        categoryFrequency: { leadUpdates: "daily" },
        quietHours: { mode: "own", start: "20:00", end: "07:00", urgentPasses: false },
      },
    });
    expect(screen.queryByLabelText("Email: Own quiet hours")).toBeNull();
    expect(screen.getByText("1 category differs · Quiet 20:00–07:00")).toBeTruthy();
    expect(fold("Email").getAttribute("aria-expanded")).toBe("false");
    await unfold("Email");
    expect(fold("Email").getAttribute("aria-expanded")).toBe("true");
  });

  it("is unfolded by a link to a field in it", async () => {
    openCard();
    markField("sms_notifications-categoryFrequency-heatProgressions");
    const name = "SMS: Heat changes: how often";
    const list = await screen.findByLabelText(name, {}, { timeout: 10_000 });
    await waitFor(() => expect(document.activeElement).toBe(list));
    expect(fold("SMS").getAttribute("aria-expanded")).toBe("true");
    expect(fold("Push").getAttribute("aria-expanded")).toBe("false");
  });

  it("lets a category differ from its channel, and go back to it", async () => {
    const { patches } = openCard();
    await unfold("Email");
    choose("Email: Lead updates: how often", "weekly");
    expect(await nextLine()).toBe("Next: Nov 30, 09:00");
    await userEvent.click(
      screen.getByLabelText("Email: Lead updates: how often: back to As the channel, default"),
    );
    expect(patches).toEqual([
      { email_notifications: { categoryFrequency: { leadUpdates: "weekly" } } },
      { email_notifications: { categoryFrequency: { leadUpdates: null } } },
    ]);
  });

  it("says that a category is switched off, whose frequency has no effect", async () => {
    openCard({ push_notifications: { leadUpdates: true } });
    await unfold("Push");
    expect(screen.getAllByText("Switched off on this channel.")).toHaveLength(4);
  });
});

describe("the quiet hours of a channel", () => {
  const own = (change: JsonObject) => ({
    push_notifications: {
      quietHours: { mode: "own", start: "22:00", end: "08:00", urgentPasses: false, ...change },
    },
  });

  it("apply at once, whole", async () => {
    const { patches } = openCard();
    await unfold("Push");
    choose("Push: Own quiet hours", "own");
    choose("Push: Own quiet hours: from", "20:00");
    await userEvent.click(screen.getByLabelText("Let urgent ones through"));
    choose("Push: Own quiet hours", "none");
    expect(patches).toEqual([
      own({}),
      own({ start: "20:00" }),
      own({ start: "20:00", urgentPasses: true }),
      own({ mode: "none", start: "20:00", urgentPasses: true }),
    ]);
  });

  it("that are not possible are kept in the form, with the reason, and stored once they are", async () => {
    const { patches } = openCard(own({}));
    await unfold("Push");
    choose("Push: Own quiet hours: to", "22:00");
    expect(screen.getByRole("alert").textContent).toBe("Not saved yet. Start and end must differ.");
    expect(field("Push: Own quiet hours: to").getAttribute("aria-invalid")).toBe("true");
    choose("Push: Own quiet hours: to", "18:00");
    expect(screen.getByRole("alert").textContent).toContain("nothing would ever come through here");
    expect(patches).toEqual([]);
    choose("Push: Own quiet hours: to", "09:30");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(patches).toEqual([own({ end: "09:30" })]);
  });

  it("of e-mail may cover the working hours: it flows in the evening", async () => {
    const { patches } = openCard();
    const mode = await unfold("Email");
    expect(within(mode).getAllByRole("option")).toHaveLength(3);
    choose("Email: Own quiet hours", "own");
    choose("Email: Own quiet hours: from", "08:00");
    choose("Email: Own quiet hours: to", "19:00");
    expect(patches).toHaveLength(2);
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
