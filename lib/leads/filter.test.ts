import fc from "fast-check";
import { expect, it } from "vitest";
import { countWords, readFilter, writeFilter } from "./filter";

const november = { from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" };

it("a filter is read from an address as it was written", () => {
  const counts = [
    "came",
    "came:met",
    "open:hot,burning",
    "bant:need",
    "deals",
    "deals:web",
    "cooled:none",
    "waiting",
  ];
  for (const text of counts) {
    const filter = readFilter({ counts: text, ...november });
    expect(filter && writeFilter(filter), text).toEqual({ counts: text, ...november });
  }
});

it("anything that is no filter is none", () => {
  const none = [
    { counts: "open:warm" },
    { counts: "open:hot,burning", from: "2026-11-01" },
    { counts: "open:hot", ...november, from: "2026-11-01T00:01:00Z" },
    { counts: "open:hot", from: november.to, to: november.from },
    { counts: ["came", "open"], ...november },
    ...[
      "",
      "came:",
      "came:hot",
      "open:hot,hot",
      "open:hot,secrets",
      "qualified:met",
      "toString",
      "constructor:x",
    ].map((counts) => ({ counts, ...november })),
  ];
  for (const asked of none) expect(readFilter(asked), JSON.stringify(asked)).toBeNull();
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (counts, from, to) => {
      expect(readFilter({ counts, from, to })).toBeNull();
    }),
  );
});

it("asks for the words that the database counts by", () => {
  expect(countWords({ kind: "came", parts: [] })).toEqual(["came"]);
  expect(countWords({ kind: "came", parts: ["won"] })).toEqual(["came:won"]);
  expect(countWords({ kind: "qualified", parts: [] })).toEqual(["qualified"]);
  expect(countWords({ kind: "open", parts: ["hot", "burning"] })).toEqual(["open:hot", "open:burning"]);
  expect(countWords({ kind: "cooled", parts: [] })).toEqual(
    ["budget", "authority", "need", "timeline", "none"].map((part) => `cooled:${part}`),
  );
});
