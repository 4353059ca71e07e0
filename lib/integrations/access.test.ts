import { expect, it } from "vitest";
import { createAccess, type AccessParts, type Kept } from "./access";
import { answered, faulty, type Answer, type Tokens } from "./contract/duties";

const hour = 3_600_000;
const tokensOf = (n: number, endsAt: number): Tokens => ({
  accessToken: `access-${n}`,
  refreshToken: `refresh-${n}`,
  expiresAt: new Date(endsAt).toISOString(),
  scopes: null,
  webhookKey: "own",
});

/** A connection whose token ended at 0; `answers`: what the provider says to each request for tokens. */
function createGround(answers: (() => Answer<Tokens>)[]) {
  let kept: Kept = { tokens: tokensOf(1, 0), version: 1 };
  let leasedVersion = 0;
  const steps: string[] = [];
  const parts: AccessParts = {
    read: async () => kept,
    async lease(version) {
      if (version !== kept.version || leasedVersion === version) return false;
      leasedVersion = version;
      return true;
    },
    async store(version, tokens) {
      steps.push(`stored ${tokens.accessToken}`);
      if (version !== kept.version) return false;
      kept = { tokens, version: version + 1 };
      return true;
    },
    async refresh(token) {
      steps.push(`asked with ${token}`);
      return answers.shift()?.() ?? faulty("credentials");
    },
    now: () => 0,
    wait: async () => undefined,
  };
  const overtake = (n: number) => void (kept = { tokens: tokensOf(n, hour), version: kept.version + 1 });
  return { parts, steps, overtake, kept: () => kept, access: () => createAccess(parts, kept) };
}
const renewal = (n: number) => () => answered(tokensOf(n, hour));

it("a token that is good is used as it is", async () => {
  const { parts, steps } = createGround([]);
  const access = createAccess(parts, { tokens: tokensOf(7, hour), version: 1 });
  expect(await access.token()).toEqual(answered("access-7"));
  expect(steps).toEqual([]);
});

it("one that has ended is renewed once for all who ask, in this process and in others, and written down first", async () => {
  const ground = createGround([renewal(2)]);
  const [here, there] = [ground.access(), ground.access()];
  const asked = [here, here, there, there].map((access) => access.token());
  expect(await Promise.all(asked)).toEqual(Array(4).fill(answered("access-2")));
  expect(ground.steps).toEqual(["asked with refresh-1", "stored access-2"]);
  expect(ground.kept().tokens.webhookKey).toBe("own");
});

it("whose answer was lost is asked for once more, then it is over", async () => {
  const ground = createGround([() => faulty("unreachable"), () => faulty("credentials")]);
  expect(await ground.access().token()).toEqual(faulty("credentials"));
  expect(ground.steps).toEqual(["asked with refresh-1", "asked with refresh-1"]);
});

it("that somebody else has renewed meanwhile is taken from there", async () => {
  const ground = createGround([]);
  const access = ground.access();
  ground.overtake(5);
  expect(await access.token()).toEqual(answered("access-5"));
  const late = createGround([
    () => {
      late.overtake(6);
      return faulty("credentials");
    },
  ]);
  expect(await late.access().token()).toEqual(answered("access-6"));
});

it("is written down although the database did not answer at first", async () => {
  const ground = createGround([renewal(2)]);
  let failing = 2;
  const store: AccessParts["store"] = async (...given) => {
    if (failing-- > 0) throw new Error("no database");
    return ground.parts.store(...given);
  };
  const access = createAccess({ ...ground.parts, store }, ground.kept());
  expect(await access.token()).toEqual(answered("access-2"));
});

it("that the provider does not take any more is renewed, unless it was already", async () => {
  const ground = createGround([renewal(2)]);
  const access = createAccess(ground.parts, ground.kept());
  expect(await access.renewed("access-1")).toEqual(answered("access-2"));
  expect(await access.renewed("access-1")).toEqual(answered("access-2"));
  expect(ground.steps).toHaveLength(2);
});
