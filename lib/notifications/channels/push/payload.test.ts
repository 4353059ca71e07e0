import { describe, expect, it } from "vitest";
import { aMessage, anItem } from "../message.test-support";
import { pushPayload } from "./payload";

const shown = (...given: Parameters<typeof pushPayload>) => JSON.parse(pushPayload(...given) ?? "null");

describe("what a push message says", () => {
  it("is in the form of Declarative Web Push, with its target and the switch that ends such messages", () => {
    expect(shown(aMessage(), "tag")).toEqual({
      web_push: 8030,
      notification: {
        title: "Dana Levi is burning",
        body: "She was cold this morning.",
        lang: "en",
        dir: "ltr",
        navigate: "https://ovenai.test/lead/1",
        tag: "tag",
        actions: [
          {
            action: "unsubscribe",
            title: "No more news of leads",
            navigate: "https://ovenai.test/unsubscribe?t=1",
          },
        ],
      },
    });
  });

  it("reads from right to left in Hebrew and Arabic, and has neither tag nor action where there is none", () => {
    const { notification } = shown(aMessage({ locale: "he", unsubscribe: null }), null);
    expect(notification).toMatchObject({ lang: "he", dir: "rtl" });
    expect(notification).not.toHaveProperty("tag");
    expect(notification).not.toHaveProperty("actions");
  });

  it("lists what a bundle holds under its sentence", () => {
    const items = [anItem("Dana is burning", "x"), anItem("Omer is hot", "y")] as const;
    const { notification } = shown(aMessage({ subject: "2 leads", intro: "Since noon:", items }), null);
    expect(notification).toMatchObject({
      title: "2 leads",
      body: "Since noon:\nDana is burning\nOmer is hot",
    });
  });

  it("says nothing of its content where the reader hides it, but leads there", () => {
    const text = pushPayload(aMessage({ hidden: true }), "tag") ?? "";
    expect(text).not.toMatch(/Dana|cold|news of leads/);
    expect(JSON.parse(text).notification).toMatchObject({
      title: "OvenAI",
      body: "There is something new for you.",
      navigate: "https://ovenai.test/lead/1",
    });
  });

  it.each(["ש", "א😀", "\u0000", '"'])("fits into 3,993 bytes however long a text of %j is", (letter) => {
    const items = [anItem("t", letter.repeat(5_000))] as const;
    const text = pushPayload(aMessage({ subject: letter.repeat(500), items }), "tag") ?? "";
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(3_993);
    expect(Buffer.byteLength(text)).toBeGreaterThan(3_900);
    expect(JSON.parse(text).notification.body).toMatch(/…$/);
  });

  it("is nothing where not even the addresses fit", () => {
    const item = { ...anItem("t", "x"), url: `https://ovenai.test/${"a".repeat(4_000)}` };
    expect(pushPayload(aMessage({ items: [item] }), null)).toBeNull();
  });
});
