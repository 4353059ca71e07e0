import { expect, it } from "vitest";
import { aMessage } from "../message.test-support";
import { contentOf, mostItems } from "./content";

const [first] = aMessage({}).items;

it("a mail shows the first items, cut to what it has room for, and says how many it does not", () => {
  const many = Array.from({ length: mostItems + 5 }, (_, at) => ({ ...first, title: `Lead ${at}` }));
  const content = contentOf(aMessage({ items: [first, ...many] }));
  expect(content.items).toHaveLength(mostItems);
  expect(content.more).toBe(6);
  expect(content.items[1]?.title).toBe("Lead 0");
  const long = contentOf(
    aMessage({ items: [{ ...first, title: "ä".repeat(900), text: "x".repeat(9_000) }] }),
  );
  expect(long.items[0]?.title.length).toBeLessThanOrEqual(200);
  expect(long.items[0]?.text.length).toBeLessThanOrEqual(600);
  expect(long.more).toBe(0);
});
