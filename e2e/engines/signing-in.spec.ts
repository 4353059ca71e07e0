import { newOwner } from "../harness/people";
import { expect, test } from "./fixtures";

test("signing in shows the next page, and no fault on the way", async ({ engine, person, gateway }) => {
  const owner = await newOwner("Iris");
  const next = gateway.hold(/^\/$|^\/dashboard/);
  await person.signIn(owner);
  await expect.poll(next.isHolding).toBe(true);
  // The page is being left, and the next one has yet to come: whatever shows now stands for as long as that takes.
  // Chromium answers no question between two pages.
  for (let look = 0; look < (engine === "chromium" ? 0 : 20); look += 1)
    expect(await person.page.ask(() => document.body.innerText)).not.toMatch(
      /The fault is ours|could not start/,
    );
  next.release();
  await person.isPath(/^\/dashboard\//);
  await person.isReady();
});
