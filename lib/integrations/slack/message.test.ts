import { describe, expect, it } from "vitest";
import type { AppItem, AppMessage } from "@/lib/integrations/contract/app-message";
import { slackMessage } from "./message";

const item = (more: Partial<AppItem> = {}): AppItem => ({
  ...{ title: "Dana is hot", text: "was cold", url: "https://app.test/leads/1" },
  ...{ project: null, actor: null, at: "10:30" },
  facts: {
    ...{ id: null, kind: "lead.heat", category: "heatProgressions", priority: "high" },
    ...{ occurredAt: "2026-12-01T08:00:00.000Z", projectId: null, leadId: null },
  },
  ...more,
});
const message = (items: AppItem[], more: Partial<AppMessage> = {}): AppMessage => ({
  ...{ id: "d", subject: "Dana is hot", intro: null, items },
  why: { text: "Why", url: "https://app.test/settings" },
  ...more,
});
const textsOf = (given: AppMessage) =>
  slackMessage(given).blocks.map((block) =>
    block.type === "section" ? block.text.text : block.elements[0]?.text,
  );

describe("a message to Slack", () => {
  it("mentions nobody and links nowhere by what a lead is called", () => {
    const title = "<!channel> & <https://evil.test|here>";
    const [first] = textsOf(message([item({ title, text: "<@U1>" })]));
    expect(first).toBe(
      "*<https://app.test/leads/1|&lt;!channel&gt; &amp; &lt;https://evil.test|here&gt;>*\n&lt;@U1&gt;",
    );
    expect(slackMessage(message([item()], { subject: "<!here>" })).text).toBe("&lt;!here&gt;");
  });

  it("has an address that no bar and no bracket of it ends", () => {
    const [first] = textsOf(message([item({ url: "https://app.test/a|b>c?x=1&y=2" })]));
    expect(first).toContain("<https://app.test/a%7Cb&gt;c?x=1&amp;y=2|");
  });

  it("says beside it the project, who did it and when, and below why it came", () => {
    expect(textsOf(message([item({ project: "A & B", actor: "Noa" })], { intro: "Two things" }))).toEqual([
      "Two things",
      "*<https://app.test/leads/1|Dana is hot>*\nwas cold",
      "A &amp; B · Noa · 10:30",
      "<https://app.test/settings|Why>",
    ]);
    expect(textsOf(message([item({ at: "" })], { why: { text: "", url: "" } }))).toHaveLength(1);
  });

  it("stays below fifty blocks and three thousand letters in each", () => {
    const many = Array.from({ length: 40 }, () => item({ text: "x".repeat(5_000) }));
    const { blocks } = slackMessage(message(many, { intro: "y".repeat(4_000) }));
    expect(blocks.length).toBe(1 + 2 * 20 + 1);
    expect(Math.max(...textsOf(message(many)).map((text) => text?.length ?? 0))).toBe(2_800);
  });
});
