import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySituation } from "@/lib/testing/delivery-situations";
import { meetingOn } from "../meetings";
import { stateAt } from "../schedule/schedule";
import { decide } from "./decide";
import { ruleNames, type Decision } from "./verdict";

/** Whatever the situation, at whatever instant: the decision, with what it was about. */
const always = (holds: (given: { situation: Situation; now: string; decision: Decision }) => void) =>
  fc.assert(
    fc.property(anySituation, ({ situation, now }) =>
      holds({ situation, now, decision: decide(situation, now) }),
    ),
    { numRuns: 2_000 },
  );
type Situation = Parameters<typeof decide>[0];

/** Those that no wish of the person can overrule. */
const standing = ["platform", "access", "destination", "expiry", "read", "window", "mandatory"];

describe("of any notification, on any channel, at any instant", () => {
  it("what is held is held until an instant that is still to come", () =>
    always(({ decision, now }) => {
      if (decision.outcome === "hold") expect(Date.parse(decision.until)).toBeGreaterThan(Date.parse(now));
    }));

  it("nothing leaves in quiet hours or in a pause but what is mandatory, and in quiet hours what is urgent where the person lets it", () =>
    always(({ decision, situation: { notice, wishes }, now }) => {
      if (decision.outcome !== "send" || notice.mandatory) return;
      expect(Date.parse(wishes.schedule.pausedUntil) > Date.parse(now)).toBe(false);
      if (stateAt(wishes.schedule, now) === "quiet")
        expect([notice.priority, wishes.urgentPasses]).toEqual(["urgent", true]);
    }));

  it("nothing makes a sound outside working hours but what is of high priority", () =>
    always(({ decision, situation: { notice, wishes, channel }, now }) => {
      if (decision.outcome !== "send" || notice.mandatory || channel === "email") return;
      if (decision.trace.some(({ inputs }) => inputs.neverOpens)) return;
      if (stateAt(wishes.schedule, now) === "off-hours")
        expect(["high", "urgent"]).toContain(notice.priority);
    }));

  it("nothing makes a sound in a meeting where the person waits, but what is urgent or would be too late after it", () =>
    always(({ decision, situation: { notice, wishes, channel, meetings }, now }) => {
      const on = wishes.waitsInMeetings ? meetingOn(meetings, now) : null;
      if (decision.outcome !== "send" || notice.mandatory || channel === "email" || on === null) return;
      const tooLate = notice.expiresAt !== null && Date.parse(notice.expiresAt) <= Date.parse(on.ends_at);
      expect([notice.priority === "urgent", tooLate]).toContain(true);
    }));

  it("what is mandatory is sent at once, unless it cannot or may not be", () =>
    always(({ decision, situation: { notice } }) => {
      if (!notice.mandatory) return;
      expect(decision.outcome).not.toBe("hold");
      if (decision.outcome !== "send") expect(standing).toContain(decision.trace.at(-1)?.rule);
    }));

  it("what does not leave says why", () =>
    always(({ decision }) => {
      expect(decision.reason).toMatch(/^[a-z][A-Za-z]+$/);
      if (decision.outcome === "suppress" || decision.outcome === "expire")
        expect(decision.reason).not.toBe("wanted");
    }));

  it("the trace has the rules in their order, each once, and ends with the one that decided", () =>
    always(({ decision }) => {
      const places = decision.trace.map(({ rule }) => ruleNames.indexOf(rule));
      expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
      const last = decision.trace.at(-1);
      if (decision.reason === "wanted") expect(["pass", undefined]).toContain(last?.outcome);
      else expect(last?.outcome).toBe(decision.outcome === "send" ? "exempt" : decision.outcome);
      if (decision.outcome === "hold") expect(last?.rule).toBe(decision.reason);
      for (const step of decision.trace.slice(0, -1)) expect(step.outcome).toBe("pass");
    }));

  it("whoever may not see the project is told nothing, and nothing goes to an address that is not proven", () =>
    always(({ decision, situation: { mayRead, place, configured } }) => {
      if (!mayRead || !configured || !place?.verified || place.disabled !== null)
        expect(decision.outcome).toBe("suppress");
    }));

  it("the same question has the same answer", () =>
    always(({ decision, situation, now }) => {
      expect(decide(situation, now)).toEqual(decision);
    }));
});
