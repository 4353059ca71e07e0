import { describe, expect, it } from "vitest";
import { noon, scheduleWith, situationWith } from "@/lib/testing/delivery-situations";
import { decide } from "./decide";
import type { Subscription } from "./situation";

const said = (...given: Parameters<typeof situationWith>) => {
  const { outcome, reason } = decide(situationWith(...given), noon);
  return `${outcome} ${reason}`;
};
const later = "2026-12-02T12:00:01Z";
const on = (
  leadId: string | null,
  state: "muted" | "followed",
  until: string | null = null,
): Subscription => ({
  projectId: "project",
  leadId,
  state,
  until,
});

it("a switch that is off keeps its category away, and is named", () => {
  const decision = decide(situationWith({ wishes: { on: false } }), noon);
  expect(decision).toMatchObject({ outcome: "suppress", reason: "switch" });
  expect(decision.trace).toEqual([
    { rule: "switch", outcome: "suppress", inputs: { category: "heatProgressions" } },
  ]);
});

describe("the heat from which the person wants to be told", () => {
  it("lets pass what is as hot or hotter, and what has no heat", () => {
    expect(said({ wishes: { minimumHeat: "hot" } })).toBe("send wanted");
    expect(said({ wishes: { minimumHeat: "burning" } })).toBe("suppress heat");
    expect(said({ wishes: { minimumHeat: "burning" }, notice: { heat: null } })).toBe("send wanted");
  });

  it("does not hold for a lead that they follow, as long as they follow it", () => {
    const burning = { wishes: { minimumHeat: "burning" } } as const;
    expect(said({ ...burning, subscriptions: [on("lead", "followed")] })).toBe("send wanted");
    expect(said({ ...burning, subscriptions: [on("lead", "followed", later)] })).toBe("send wanted");
    expect(said({ ...burning, subscriptions: [on("lead", "followed", noon)] })).toBe("suppress heat");
    expect(said({ ...burning, subscriptions: [on("other", "followed")] })).toBe("suppress heat");
    expect(said({ ...burning, subscriptions: [on(null, "followed")] })).toBe("send wanted");
    expect(said({ ...burning, subscriptions: [on(null, "followed"), on("lead", "muted")] })).toBe(
      "suppress heat",
    );
    const ofProject = { ...burning, notice: { leadId: null } };
    expect(said({ ...ofProject, subscriptions: [on(null, "followed")] })).toBe("send wanted");
  });
});

describe("a mute", () => {
  it("of a lead or of its project keeps away what is about it, until it ends", () => {
    for (const lead of ["lead", null]) {
      expect(said({ subscriptions: [on(lead, "muted")] })).toBe("suppress muted");
      expect(said({ subscriptions: [on(lead, "muted", later)] })).toBe("suppress muted");
      expect(said({ subscriptions: [on(lead, "muted", noon)] })).toBe("send wanted");
    }
    expect(said({ subscriptions: [on("other", "muted")] })).toBe("send wanted");
    expect(said({ subscriptions: [{ ...on(null, "muted"), projectId: "other" }] })).toBe("send wanted");
  });

  it("of a project lets a followed lead through, and a muted lead is muted in a followed project", () => {
    expect(said({ subscriptions: [on(null, "muted"), on("lead", "followed")] })).toBe("send wanted");
    expect(said({ subscriptions: [on(null, "followed"), on("lead", "muted")] })).toBe("suppress muted");
  });

  it("of a lead does not touch what is about no lead", () => {
    expect(said({ notice: { leadId: null }, subscriptions: [on("lead", "muted")] })).toBe("send wanted");
    expect(said({ notice: { leadId: null }, subscriptions: [on(null, "muted")] })).toBe("suppress muted");
  });
});

describe("a pause", () => {
  const paused = (pausedUntil: string) => ({ wishes: { schedule: scheduleWith({ pausedUntil }) } });

  it("holds everything until it ends, urgent or not, and it goes out together", () => {
    for (const priority of ["normal", "urgent"] as const)
      expect(
        decide(
          situationWith({ notice: { priority }, wishes: { ...paused(later).wishes, urgentPasses: true } }),
          noon,
        ),
      ).toMatchObject({ outcome: "hold", reason: "pause", until: later, bundle: "away" });
  });

  it("that is over, or never began, holds nothing", () => {
    expect(said(paused(noon))).toBe("send wanted");
    expect(said(paused("never"))).toBe("send wanted");
  });
});
