// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { toast as sonner } from "sonner";
import { afterEach, expect, it } from "vitest";
import en from "@/messages/en.json";
import { toast } from "./toast";
import { Toaster } from "./toaster";
import { useStandingMessage } from "./use-standing-message";

afterEach(cleanup);

const Probe = () => <p data-testid="stands">{String(useStandingMessage())}</p>;

it("is true only while a message stands", async () => {
  render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <Toaster direction="ltr" />
      <Probe />
    </NextIntlClientProvider>,
  );
  const says = () => screen.getByTestId("stands").textContent;
  expect(says()).toBe("false");
  act(() => toast("Kept", { duration: Infinity }));
  await screen.findByText("Kept");
  await screen.findByText("true");
  act(() => void sonner.dismiss());
  await screen.findByText("false");
});
