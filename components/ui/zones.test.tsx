// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, it } from "vitest";
import { blocksOf } from "@/lib/time/zone-table";
import { useZone, ZonesProvider } from "./zones";

const seen: string[] = [];

function Zone({ name }: { name: string }) {
  const { id } = useZone(name);
  seen.push(id);
  return <output>{id}</output>;
}

const page = (name: string, blocks = blocksOf(["Europe/Berlin"])) => (
  <ZonesProvider blocks={blocks}>
    <Zone name={name} />
  </ZonesProvider>
);

afterEach(() => {
  cleanup();
  seen.length = 0;
});

it("a zone that the page brings is there for the server's text and the browser's first", () => {
  expect(renderToString(page("Europe/Berlin"))).toContain("Europe/Berlin");
  render(page("Europe/Berlin"));
  expect([...new Set(seen)]).toEqual(["Europe/Berlin"]);
});

it("any other comes with the table; until then the one before it stands, and never UTC", async () => {
  const { rerender } = render(page("Europe/Berlin"));
  rerender(page("Asia/Tokyo"));
  expect(screen.getByRole("status").textContent).toBe("Europe/Berlin");
  expect(await screen.findByText("Asia/Tokyo")).toBeDefined();
  expect([...new Set(seen)]).toEqual(["Europe/Berlin", "Asia/Tokyo"]);
});

it("an old name is the zone of today, and a name that no zone has is UTC", async () => {
  render(page("Asia/Calcutta", blocksOf(["Asia/Kolkata"])));
  expect(screen.getByRole("status").textContent).toBe("Asia/Kolkata");
  cleanup();
  render(page("Mars/Base"));
  expect(await screen.findByText("UTC")).toBeDefined();
});
