import fc from "fast-check";
import { expect, it } from "vitest";
import { newerSnapshot, type Snapshot } from "./snapshot";

const snapshot = (version: number, at = 0): Snapshot => ({ overrides: { version }, version, at });
const asked = (startedAt: number, version: number) => ({ ...snapshot(version, startedAt + 1), startedAt });

it("the newest version stands, in whatever order the answers to saves arrive", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 1 }), (versions) => {
      const known = versions.reduce<Snapshot | null>(
        (before, version) => newerSnapshot(before, snapshot(version)),
        null,
      );
      expect(known).toEqual(snapshot(Math.max(...versions)));
    }),
  );
});

it("a lower version replaces a higher one only where its read was started after the higher one was learned", () => {
  const known = snapshot(5, 100);
  expect(newerSnapshot(known, asked(100, 4))).toEqual(known);
  expect(newerSnapshot(known, asked(101, 4))).toEqual(snapshot(4, 102));
});
