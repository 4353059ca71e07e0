// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, describe, expect, it, vi } from "vitest";
import { heldSettings } from "@/components/settings/held-settings.test-support";
import { fieldId } from "@/lib/settings/form/field-id";
import type { JsonObject } from "@/lib/settings/json";
import { preferences } from "@/lib/settings/preferences";
import en from "@/messages/en.json";
import { SectionFormFrame } from "./section-form-frame";
import { useSectionForm, type SectionForm } from "./use-section-form";

afterEach(cleanup);
// A bound, not a wait: typing is slow on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const from = "integration_settings.email.from";
const signature = "integration_settings.email.signature";
const meeting = "integration_settings.calendly.defaultMeetingType";
const template = "integration_settings.whatsapp.templates.followUp";
const paths = [from, signature, meeting, template];

/** A device with a form on it; `elsewhere` is a change that arrives from another one. */
function openForm(start: JsonObject = {}) {
  const { patches, use, receive } = heldSettings(preferences, start);
  const Host = () => <Screen form={useSectionForm({ section: preferences, paths, settings: use() })} />;
  render(
    <NextIntlClientProvider locale="en" messages={en}>
      <Host />
    </NextIntlClientProvider>,
  );
  const elsewhere = (path: string, theirs: string) => act(() => receive(path, theirs));
  return { patches, elsewhere };
}

const Screen = ({ form }: { form: SectionForm }) => (
  <SectionFormFrame form={form} label="e-mail">
    {paths.map((path) => {
      const { value, change, problems, elsewhere } = form.field(path);
      return (
        <div key={path} id={fieldId(path)}>
          <input
            aria-label={path}
            aria-invalid={problems.length > 0}
            value={String(value)}
            onChange={(event) => change(event.target.value)}
          />
          {problems.map(({ text }) => (
            <p key={text} role="alert">{`${path}: ${text}`}</p>
          ))}
          {elsewhere !== undefined && <p>{`${path} is now ${String(elsewhere)} elsewhere`}</p>}
        </div>
      );
    })}
  </SectionFormFrame>
);

const input = (path: string) => screen.getByRole<HTMLInputElement>("textbox", { name: path });
const bar = () => screen.queryByRole("region", { name: "Not saved yet" });
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));

describe("a form of several fields", () => {
  it("saves the touched fields alone, as one patch", async () => {
    const { patches } = openForm({ integration_settings: { email: { signature: "Ann" } } });
    await userEvent.type(input(from), "Ann of Oven");
    await userEvent.type(input(meeting), "BANT_qualification");
    await save();
    expect(patches).toEqual([
      {
        integration_settings: {
          email: { from: "Ann of Oven" },
          calendly: { defaultMeetingType: "BANT_qualification" },
        },
      },
    ]);
    expect(bar()).toBeNull();
  });

  it("names in its bar what is not saved, and says nothing of a field that is as it was", async () => {
    openForm();
    expect(bar()).toBeNull();
    await userEvent.type(input(from), "Ann");
    await userEvent.type(input(signature), "x");
    expect(bar()?.textContent).toContain("From name and Signature changed");
    await userEvent.clear(input(signature));
    expect(bar()?.textContent).toContain("From name changed");
  });

  it("counts the fields that its bar has no room to name", async () => {
    openForm();
    for (const path of paths) await userEvent.type(input(path), "x");
    expect(bar()?.textContent).toContain("From name, Signature, and 2 more changed");
  });

  it("follows other devices in untouched fields, and keeps touched ones", async () => {
    const { elsewhere, patches } = openForm();
    elsewhere(from, "Theirs");
    expect(input(from).value).toBe("Theirs");
    await userEvent.type(input(signature), "Mine");
    elsewhere(from, "Theirs again");
    expect(input(from).value).toBe("Theirs again");
    expect(input(signature).value).toBe("Mine");
    await save();
    expect(patches).toEqual([{ integration_settings: { email: { signature: "Mine" } } }]);
  });

  it("says that a field under edit was changed elsewhere, before it replaces that", async () => {
    const { elsewhere } = openForm();
    await userEvent.type(input(from), "Mine");
    elsewhere(from, "Theirs");
    expect(input(from).value).toBe("Mine");
    expect(screen.getByText(`${from} is now Theirs elsewhere`)).toBeTruthy();
  });

  it("has nothing left to save when another device arrives at the same value", async () => {
    const { elsewhere } = openForm();
    await userEvent.type(input(from), "Ann");
    elsewhere(from, "Ann");
    expect(bar()).toBeNull();
  });

  it("saves nothing while a field is wrong, says so in our words, and takes the keyboard there", async () => {
    const { patches } = openForm();
    fireEvent.change(input(signature), { target: { value: "x".repeat(3001) } });
    await userEvent.type(input(from), "<Ann>");
    await save();
    await waitFor(() => expect(document.activeElement).toBe(input(from)));
    expect(screen.getAllByRole("alert").map((alert) => alert.textContent)).toEqual([
      `${from}: Line breaks and angle brackets cannot stand here.`,
      `${signature}: At most 3,000 characters.`,
    ]);
    expect(patches).toEqual([]);
    await userEvent.clear(input(from));
    expect(screen.getAllByRole("alert")).toHaveLength(1);
  });

  it("says of a text that cannot be stored just that, and not what another rule would say", async () => {
    const { patches } = openForm();
    fireEvent.change(input(from), { target: { value: "Ann \ud800" } });
    await save();
    expect(screen.getAllByRole("alert").map((alert) => alert.textContent)).toEqual([
      `${from}: It has a character that cannot be stored.`,
    ]);
    expect(patches).toEqual([]);
  });

  it("discards to the present values, not to those of when it was opened", async () => {
    const { elsewhere, patches } = openForm();
    await userEvent.type(input(from), "Mine");
    elsewhere(from, "Theirs");
    await userEvent.click(screen.getByRole("button", { name: "Discard" }));
    expect(input(from).value).toBe("Theirs");
    expect(bar()).toBeNull();
    expect(patches).toEqual([]);
  });

  it("saves with Ctrl-S and Cmd-S, and leaves the key to the browser while there is nothing to save", async () => {
    const { patches } = openForm();
    expect(fireEvent.keyDown(window, { key: "s", ctrlKey: true })).toBe(true);
    await userEvent.type(input(from), "A");
    expect(fireEvent.keyDown(window, { key: "s", ctrlKey: true })).toBe(false);
    await waitFor(() => expect(patches).toHaveLength(1));
    await userEvent.type(input(from), "B");
    fireEvent.keyDown(window, { key: "S", metaKey: true });
    await waitFor(() => expect(patches).toHaveLength(2));
  });
});
