import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import type { RestAndAuth } from "./rest-and-auth";
import { surviveOutages } from "./survive-outages";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const services = (fetch: RestAndAuth["fetch"]): RestAndAuth => ({
  fetch,
  reloadSchema: async () => undefined,
  close: async () => undefined,
});
const request = () => new Request("http://localhost/rest/v1/note");

it("an answer is not kept after it was given", async () => {
  const survivor = await surviveOutages(async () => services(async () => new Response("one")));
  const answer = new WeakRef(await survivor.fetch(request(), null));
  // What is referenced weakly lives until the task ends.
  await new Promise(setImmediate);
  collectGarbage();
  expect(answer.deref()).toBeUndefined();
  await survivor.close();
});

it("a request under way is answered when the database is lost, and a later one by a new pool when it is back", async () => {
  let opened = 0;
  const survivor = await surviveOutages(async () => {
    opened += 1;
    const isFirst = opened === 1;
    return services(() => (isFirst ? new Promise(() => undefined) : Promise.resolve(new Response("new"))));
  });
  const underWay = survivor.fetch(request(), null);
  await new Promise(setImmediate);
  survivor.databaseLost();
  expect((await underWay).status).toBe(503);
  survivor.databaseBack();
  expect(await (await survivor.fetch(request(), null)).text()).toBe("new");
  await survivor.close();
});

it("a request under way when the platform is stopped ends before its connections do", async () => {
  const ends: string[] = [];
  let answer = (_: Response) => {};
  const survivor = await surviveOutages(async () => ({
    ...services(() => new Promise((resolve) => (answer = resolve))),
    close: async () => void ends.push("connections"),
  }));
  const underWay = survivor.fetch(request(), null).then(() => ends.push("request"));
  await new Promise(setImmediate);
  const closed = survivor.close();
  await new Promise(setImmediate);
  answer(new Response());
  await Promise.all([underWay, closed]);
  expect(ends).toEqual(["request", "connections"]);
});
