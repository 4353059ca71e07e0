import { describe, expect, it } from "vitest";
import { noon, scheduleWith, situationWith } from "@/lib/testing/delivery-situations";
import { decide } from "./decide";

const at = (moment: string, ...given: Parameters<typeof situationWith>) => {
  const decision = decide(situationWith(...given), moment);
  return decision.outcome === "hold"
    ? `${decision.reason} until ${decision.until}`
    : `${decision.outcome} ${decision.reason}`;
};
const quietNight = scheduleWith({ quietHours: { enabled: true, start: "22:00", end: "08:00" } });
const week = { sun: false, mon: true, tue: true, wed: true, thu: true, fri: true, sat: false };
const officeHours = scheduleWith({ workingHours: { start: "09:00", end: "18:00", days: week } });

describe("quiet hours", () => {
  it("hold what comes on every channel from their first moment to their last", () => {
    for (const channel of ["email", "push", "sms", "whatsapp"] as const) {
      const given = { channel, wishes: { schedule: quietNight } };
      expect(at("2026-12-02T21:59:59.999Z", given)).toBe("send wanted");
      expect(at("2026-12-02T22:00:00Z", given)).toBe("quiet until 2026-12-03T08:00:00Z");
      expect(at("2026-12-03T07:59:59.999Z", given)).toBe("quiet until 2026-12-03T08:00:00Z");
      expect(at("2026-12-03T08:00:00Z", given)).toBe("send wanted");
    }
  });

  it("let through what is urgent where the person lets it, and say so", () => {
    const urgent = { notice: { priority: "urgent" } } as const;
    expect(at("2026-12-02T23:00:00Z", { ...urgent, wishes: { schedule: quietNight } })).toMatch(/^quiet/);
    const passes = { ...urgent, wishes: { schedule: quietNight, urgentPasses: true } };
    expect(at("2026-12-02T23:00:00Z", passes)).toBe("send wanted");
    expect(decide(situationWith(passes), "2026-12-02T23:00:00Z").trace).toEqual([
      { rule: "quiet", outcome: "pass", inputs: { start: "22:00", end: "08:00", urgent: true } },
    ]);
    const high = { notice: { priority: "high" }, wishes: passes.wishes } as const;
    expect(at("2026-12-02T23:00:00Z", high)).toMatch(/^quiet/);
  });

  it("that never end, stored past every check, hold nothing for ever, and say so", () => {
    const always = scheduleWith({ quietHours: { enabled: true, start: "08:00", end: "08:00" } });
    const decision = decide(situationWith({ wishes: { schedule: always } }), noon);
    expect(decision).toMatchObject({
      outcome: "send",
      trace: [{ rule: "quiet", inputs: { neverOpens: true } }],
    });
  });
});

describe("working hours", () => {
  const friday = "2026-12-04T18:00:00Z";

  it("let e-mail flow, and hold what makes a sound until the next working day", () => {
    expect(at(friday, { wishes: { schedule: officeHours } })).toBe("send wanted");
    for (const channel of ["push", "sms", "whatsapp"] as const)
      expect(at(friday, { channel, wishes: { schedule: officeHours } })).toBe(
        "workingHours until 2026-12-07T09:00:00Z",
      );
  });

  it("let pass what is high or urgent", () => {
    for (const priority of ["high", "urgent"] as const)
      expect(at(friday, { channel: "push", notice: { priority }, wishes: { schedule: officeHours } })).toBe(
        "send wanted",
      );
    expect(
      at(friday, { channel: "push", notice: { priority: "low" }, wishes: { schedule: officeHours } }),
    ).toMatch(/^workingHours/);
  });

  it("that lie in quiet hours as a whole hold nothing for ever", () => {
    const never = scheduleWith({
      workingHours: { start: "09:00", end: "17:00", days: week },
      quietHours: { enabled: true, start: "08:00", end: "20:00" },
    });
    expect(at("2026-12-02T21:00:00Z", { channel: "push", wishes: { schedule: never } })).toBe("send wanted");
  });
});

describe("a meeting", () => {
  const meetings = [
    { starts_at: "2026-12-02T12:00:00Z", ends_at: "2026-12-02T12:30:00Z" },
    { starts_at: "2026-12-02T12:30:00Z", ends_at: "2026-12-02T13:00:00Z" },
  ];
  const waits = { waitsInMeetings: true };

  it("holds what makes a sound from its first moment until the end of the last without a break", () => {
    for (const channel of ["push", "sms", "whatsapp"] as const) {
      const given = { channel, meetings, wishes: waits };
      expect(at("2026-12-02T11:59:59Z", given)).toBe("send wanted");
      expect(at("2026-12-02T12:00:00Z", given)).toBe("meeting until 2026-12-02T13:00:00Z");
      expect(at("2026-12-02T12:59:59Z", given)).toBe("meeting until 2026-12-02T13:00:00Z");
      expect(at("2026-12-02T13:00:00Z", given)).toBe("send wanted");
    }
  });

  it("holds nothing where the person does not ask for it, and no e-mail", () => {
    expect(at(noon, { channel: "push", meetings })).toBe("send wanted");
    expect(at(noon, { channel: "email", meetings, wishes: waits })).toBe("send wanted");
  });

  it("lets through what is urgent, and what would be too late after it, and says so", () => {
    const given = { channel: "push", meetings, wishes: waits } as const;
    const urgent = { ...given, notice: { priority: "urgent" } } as const;
    expect(decide(situationWith(urgent), noon).trace).toEqual([
      { rule: "meeting", outcome: "pass", inputs: { ends: "2026-12-02T13:00:00Z", urgent: true } },
    ]);
    expect(at(noon, { ...given, notice: { expiresAt: "2026-12-02T13:00:00Z" } })).toBe("send wanted");
    expect(at(noon, { ...given, notice: { expiresAt: "2026-12-02T13:00:01Z" } })).toMatch(/^meeting until/);
  });
});

describe("the grace in which it may be read in the app", () => {
  it.each([
    ["email", "2026-12-02T10:02:00Z"],
    ["push", "2026-12-02T10:00:30Z"],
  ] as const)("of %s ends at %s", (channel, until) => {
    expect(at("2026-12-02T10:00:00Z", { channel })).toBe(`grace until ${until}`);
    expect(at(until, { channel })).toBe("send wanted");
  });

  it("is none where it is urgent, nor on a channel that comes after the others", () => {
    expect(at("2026-12-02T10:00:00Z", { notice: { priority: "urgent" } })).toBe("send wanted");
    for (const channel of ["sms", "whatsapp"] as const)
      expect(at("2026-12-02T10:00:00Z", { channel })).toBe("send wanted");
  });
});

describe("escalation", () => {
  const waits = { channel: "sms", wishes: { escalationMinutes: 10 } } as const;

  it("waits its minutes for the person to see it elsewhere, and is dropped once they have", () => {
    expect(at("2026-12-02T10:09:59Z", waits)).toBe("escalation until 2026-12-02T10:10:00Z");
    expect(at("2026-12-02T10:10:00Z", waits)).toBe("send wanted");
    expect(at("2026-12-02T10:10:00Z", { ...waits, notice: { seenAt: "2026-12-02T10:05:00Z" } })).toBe(
      "suppress seen",
    );
  });

  it("is nobody's wish unless asked for: what was seen is sent all the same", () => {
    expect(at(noon, { channel: "sms", notice: { seenAt: noon } })).toBe("send wanted");
  });
});

describe("the limit of interruptions", () => {
  const interruptions = [
    { at: "2026-12-02T10:59:59Z", of: "first" },
    { at: "2026-12-02T11:10:00Z", of: "second" },
    { at: "2026-12-02T11:40:00Z", of: "third" },
  ];
  const limited = (most: number, channel: "email" | "push" = "push") =>
    ({ channel, interruptions, wishes: { interruptionsPerHour: most } }) as const;

  it("counts those within the hour, and holds what is over until one of them is an hour ago", () => {
    expect(at(noon, limited(3))).toBe("send wanted");
    expect(at(noon, limited(2))).toBe("budget until 2026-12-02T12:10:00Z");
    expect(at("2026-12-02T12:10:00Z", limited(2))).toBe("send wanted");
    expect(at(noon, limited(1))).toBe("budget until 2026-12-02T12:40:00Z");
  });

  it("counts a notification once, on however many channels it came, and never against itself", () => {
    const twice = [
      { at: "2026-12-02T11:30:00Z", of: "first" },
      { at: "2026-12-02T11:40:00Z", of: "first" },
      { at: "2026-12-02T11:50:00Z", of: "notice" },
    ];
    expect(at(noon, { ...limited(2), interruptions: twice })).toBe("send wanted");
    expect(at(noon, { ...limited(1), interruptions: twice })).toBe("budget until 2026-12-02T12:30:00Z");
  });

  it("holds neither e-mail nor what is urgent", () => {
    expect(at(noon, limited(1, "email"))).toBe("send wanted");
    expect(at(noon, { ...limited(1), notice: { priority: "urgent" } })).toBe("send wanted");
  });
});
