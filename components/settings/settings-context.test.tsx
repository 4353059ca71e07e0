// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { act } from "@testing-library/react";
import { Suspense, use } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { fail } from "@/lib/result";
import { SettingsProvider, useDashboardSettings } from "./settings-provider";

afterEach(() => vi.unstubAllGlobals());

const shown = () => document.body.textContent;

function Word({ after }: { after?: Promise<void> }) {
  if (after) use(after);
  return useDashboardSettings().freshness.status;
}

const page = (after?: Promise<void>) => (
  <SettingsProvider
    userId="ann"
    projectId="p1"
    initial={null}
    patchSettings={async () => [fail("unavailable")]}
  >
    <Word /> <Suspense>{<Word after={after} />}</Suspense>
  </SettingsProvider>
);

it("a part of the page that streams in after the device was read is taken over as the server drew it", async () => {
  vi.stubGlobal("fetch", async () => Response.json(fail("unavailable"), { status: 503 }));
  document.body.innerHTML = renderToString(page());
  expect(shown()).toBe("looking looking");

  const complaints = vi.fn();
  let comes = () => {};
  const late = new Promise<void>((resolve) => void (comes = resolve));
  const root = await act(() => hydrateRoot(document.body, page(late), { onRecoverableError: complaints }));
  await vi.waitUntil(() => shown()?.startsWith("defaults"));
  await act(async () => comes());

  expect(shown()).toBe("defaults defaults");
  expect(complaints).not.toHaveBeenCalled();
  await act(() => root.unmount());
});
