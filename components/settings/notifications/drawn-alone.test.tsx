// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import type { Json, JsonObject } from "@/lib/settings/json";
import { notifications } from "@/lib/settings/notifications";
import { setAt, valueAt } from "@/lib/settings/patch";
import { parse } from "@/lib/settings/resolve";
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
  const document = Object.entries(own).reduce<JsonObject>(
    (set, [path, value]) => setAt(set, path, value),
    {},
  );
  const settings = parse(notifications, document);
  const at = (path: string): Json => valueAt(settings, path) ?? null;
  const provenance = Object.fromEntries(Object.keys(own).map((path) => [path, "user" as const]));
  const shown = { valueAt: at, provenance, destinations, ...edits };
  return (
    <NextIntlClientProvider locale="en" messages={en}>
      <MatrixCard {...shown} onChangeAll={() => undefined} />
      <ChannelCard {...shown} settings={settings} />
    </NextIntlClientProvider>
  );
}

it("only the value that changed renders again, in the matrix and below it", () => {
  const { rerender } = render(cards({}));
  // The switches, two choices a channel but for the bell, the content of a push and the message for a missed one.
  expect(drawn).toHaveLength(30 + 11 + 2);
  drawn.length = 0;
  rerender(cards({ "email_notifications.leadUpdates": false }));
  rerender(cards({ "email_notifications.leadUpdates": false, "email_notifications.frequency": "daily" }));
  expect(drawn).toEqual(["Email: Lead updates", "Email: How often"]);
});
