import { expect, it } from "vitest";
import { ownDataFile, ownDataParts, type OwnDataPage } from "./own-data";

const rowsOf = new Map<string, unknown[]>([
  ["account", [{ name: 'a "quoted" name\n' }]],
  ["notifications", [1, 2, 3, 4, 5]],
]);

/** Pages of two rows. */
const read = async (part: string, after: number): Promise<OwnDataPage> => {
  const rows = rowsOf.get(part) ?? [];
  return { rows: rows.slice(after, after + 2), next: after + 2 < rows.length ? after + 2 : null };
};

it("the file of a person is one JSON document with every page of every part, in order", async () => {
  let text = "";
  for await (const piece of ownDataFile(read, "2026-11-29T10:00:00Z")) text += piece;
  expect(JSON.parse(text)).toEqual({
    exported_at: "2026-11-29T10:00:00Z",
    ...Object.fromEntries(ownDataParts.map((part) => [part, rowsOf.get(part) ?? []])),
  });
});

it("no page is read before the one before it was taken", async () => {
  const asked: string[] = [];
  const file = ownDataFile(async (part, after) => {
    asked.push(`${part} ${after}`);
    return read(part, after);
  }, "");
  while (asked.length < 1) await file.next();
  expect(asked).toEqual(["account 0"]);
  await file.next();
  expect(asked).toEqual(["account 0"]);
});
