import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySituation, noon, scheduleWith, situationWith } from "@/lib/testing/delivery-situations";
import { decide } from "./decide";
import { foresee } from "./foresee";

describe("what will become of a notification", () => {
  const chain = (situation: Parameters<typeof foresee>[0], now = noon) =>
    foresee(situation, now).map(({ at, decision }) => `${at} ${decision.outcome} ${decision.reason}`);

  it("is what is decided now, where nothing holds it", () => {
    expect(chain(situationWith())).toEqual([`${noon} send wanted`]);
  });

  it("is asked again whenever what held it ends", () => {
    const schedule = scheduleWith({ quietHours: { enabled: true, start: "11:00", end: "13:00" } });
    const wishes = { schedule, frequency: "daily", digest: { time: "14:00", day: 1 } } as const;
    expect(chain(situationWith({ wishes }))).toEqual([
      "2026-12-02T12:00:00Z hold quiet",
      "2026-12-02T13:00:00Z hold frequency",
      "2026-12-02T14:00:00Z send wanted",
    ]);
  });

  it("ends where it expires while it is held", () => {
    const schedule = scheduleWith({ quietHours: { enabled: true, start: "11:00", end: "13:00" } });
    const given = situationWith({ wishes: { schedule }, notice: { expiresAt: "2026-12-02T12:30:00Z" } });
    expect(chain(given)).toEqual(["2026-12-02T12:00:00Z hold quiet", "2026-12-02T13:00:00Z expire expired"]);
  });
});

describe("whatever the situation", () => {
  it("comes to an end: it is sent, suppressed or expires", () =>
    fc.assert(
      fc.property(anySituation, ({ situation, now }) => {
        expect(foresee(situation, now).at(-1)?.decision.outcome).not.toBe("hold");
      }),
      { numRuns: 2_000 },
    ));

  it("is asked at ever later instants, each the end of the hold before, as a worker does", () =>
    fc.assert(
      fc.property(anySituation, ({ situation, now }) => {
        let at = now;
        for (const each of foresee(situation, now)) {
          expect(each).toEqual({ at, decision: decide(situation, at) });
          if (each.decision.outcome !== "hold") return;
          expect(Date.parse(each.decision.until)).toBeGreaterThan(Date.parse(at));
          at = each.decision.until;
        }
      }),
      { numRuns: 1_000 },
    ));

  it("asking in the middle of a hold changes neither the end nor the instant, unless a wish ends meanwhile", () =>
    fc.assert(
      fc.property(anySituation, fc.double({ min: 0, max: 1, noNaN: true }), ({ situation, now }, share) => {
        const calm = { ...situation, subscriptions: [], interruptions: [] };
        const [first, ...rest] = foresee(calm, now);
        if (first.decision.outcome !== "hold") return;
        const [from, until] = [Date.parse(now), Date.parse(first.decision.until)];
        const between = new Date(from + Math.floor((until - from) * share)).toISOString();
        const { expiresAt } = situation.notice;
        if (expiresAt !== null && Date.parse(expiresAt) <= until) return;
        const end = (chain: ReturnType<typeof foresee>) => {
          const last = chain.at(-1);
          return [Date.parse(last?.at ?? ""), last?.decision.outcome, last?.decision.reason];
        };
        expect(end(foresee(calm, between))).toEqual(end([first, ...rest]));
      }),
      { numRuns: 1_000 },
    ));
});
