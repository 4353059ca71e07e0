// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SettingsProvider } from "@/components/settings/settings-provider";
import { FormatsContext } from "@/components/ui/formats-context";
import { utc } from "@/lib/time/zone";
import { WorkspaceContext } from "@/components/workspace/workspace";
import { formats } from "@/lib/i18n/formats";
import { settingsPageList } from "@/lib/pages";
import { fail } from "@/lib/result";
import { fieldId } from "@/lib/settings/form/field-id";
import { searchFields } from "@/lib/settings/form/search";
import { preferences } from "@/lib/settings/preferences";
import { defaults } from "@/lib/settings/sections";
import { answeringEach } from "@/lib/testing/patch-action";
import en from "@/messages/en.json";
import { OfflineScreen } from "./offline-screen";

const address = vi.hoisted(() => ({ pathname: "/" }));
vi.mock("next/navigation", () => ({
  unstable_isUnrecognizedActionError: () => false,
  useParams: () => ({}),
  usePathname: () => address.pathname,
  useRouter: () => ({ push: () => undefined }),
  useSearchParams: () => new URLSearchParams(),
}));

vi.setConfig({ testTimeout: 60_000 });
beforeEach(() => {
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const ann = {
  user: { name: "Ann", email: "ann@example.org" },
  projects: [],
  reached: [],
  rememberedId: null,
};

function openWithoutNetwork(pathname: string) {
  address.pathname = pathname;
  return render(
    <NextIntlClientProvider locale="en" messages={en} formats={formats} timeZone="UTC" now={new Date(0)}>
      <WorkspaceContext value={ann}>
        <SettingsProvider
          userId="ann"
          projectId={null}
          initial={{ projectId: null, rows: [], at: 0 }}
          patchSettings={answeringEach(async () => fail("unavailable"))}
        >
          <FormatsContext value={{ preferences: defaults(preferences).data_preferences, zone: utc }}>
            <OfflineScreen />
          </FormatsContext>
        </SettingsProvider>
      </WorkspaceContext>
    </NextIntlClientProvider>,
  );
}

// These are the very components of the pages with a network.
it.each(settingsPageList.filter(({ offline }) => offline))(
  "$address shows every setting that the search leads there for",
  ({ name, address: pathname }) => {
    const fields = searchFields.filter(({ page }) => page === name).map(({ path }) => path);
    expect(fields).not.toEqual([]);
    openWithoutNetwork(pathname);
    // What is folded is drawn when the search leads there: its fold names it.
    const isThere = (id: string) =>
      document.getElementById(id) !== null || document.querySelector(`[data-fields~="${id}"]`) !== null;
    expect(fields.filter((path) => !isThere(fieldId(path)))).toEqual([]);
  },
);

it.each(settingsPageList.filter(({ offline }) => !offline))(
  "$address says that it needs the network, and leads to every page that does not",
  ({ address: pathname }) => {
    openWithoutNetwork(pathname);
    screen.getByRole("heading", { level: 1, name: en.offline.page.title });
    const links = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
    const able = settingsPageList.filter(({ offline }) => offline).map(({ address: other }) => other);
    expect(links).toEqual(expect.arrayContaining(able));
  },
);
