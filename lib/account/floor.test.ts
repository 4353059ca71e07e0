import { expect, it } from "vitest";
import { fail, ok, type Result } from "@/lib/result";
import { atFloor } from "./floor";

/** How long an answer takes whose deed takes `ms`. */
async function timeOf(ms: number, answer: Result<string>): Promise<number> {
  let time = 0;
  const clock = { now: () => time, sleep: async (pause: number) => void (time += pause) };
  const deed = async () => {
    time += ms;
    return answer;
  };
  await atFloor(500, deed, undefined, clock);
  return time;
}

it("a refusal takes as long for a known person, whose password is hashed, as for an unknown one", async () => {
  expect([await timeOf(21, fail("invalid")), await timeOf(116, fail("invalid"))]).toEqual([500, 500]);
});

it("a deed that takes longer is answered at the next step, not at once", async () => {
  expect([await timeOf(501, fail("invalid")), await timeOf(999, fail("invalid"))]).toEqual([1000, 1000]);
});

it("an answer that tells by itself comes at once", async () => {
  expect(await timeOf(116, ok("a session"))).toBe(116);
});
