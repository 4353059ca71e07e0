// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import type { Json } from "@/lib/settings/json";
import en from "@/messages/en.json";
import { ChannelCard } from "./channel-card";
import { MatrixCard } from "./matrix-card";
import { destinations } from "./page.test-support";
import type * as layerMark from "./layer-mark";

/** Every value that can be edited by itself has a mark of where it comes from. */
const drawn = vi.hoisted((): string[] => []);
vi.mock("./layer-mark", async (importOriginal) => {
  const { LayerMark } = await importOriginal<typeof layerMark>();
  return {
    LayerMark: (props: Parameters<typeof LayerMark>[0]) => {
      drawn.push(props.title);
      return <LayerMark {...props} />;
    },
  };
});

afterEach(cleanup);

const edits = { onChange: vi.fn(), onReset: vi.fn() };

function cards(own: { readonly [path: string]: Json }) {
  const valueAt = (path: string): Json => own[path] ?? (path.endsWith("frequency") ? "immediate" : "cold");
  const provenance = Object.fromEntries(Object.keys(own).map((path) => [path, "user" as const]));
  const shown = { valueAt, provenance, destinations, ...edits };
  return (
    <NextIntlClientProvider locale="en" messages={en}>
      <MatrixCard {...shown} onChangeAll={() => undefined} />
      <ChannelCard {...shown} />
    </NextIntlClientProvider>
  );
}

it("only the value that changed renders again, in the matrix and below it", () => {
  const { rerender } = render(cards({}));
  expect(drawn).toHaveLength(25 + 10);
  drawn.length = 0;
  rerender(cards({ "email_notifications.leadUpdates": true }));
  rerender(cards({ "email_notifications.leadUpdates": true, "email_notifications.frequency": "daily" }));
  expect(drawn).toEqual(["E-mail: Lead updates", "E-mail: How often"]);
});
