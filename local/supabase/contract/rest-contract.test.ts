import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { raised, refusals, type Contract } from "./refusals";
import { openContract, type ContractStack } from "./stack";
import { filters, values } from "./values";

let stack: ContractStack;
beforeAll(async () => {
  stack = await openContract();
  await vi.waitUntil(stack.isServed, { timeout: 30_000, interval: 100 });
});
afterAll(() => stack.stop());

async function keep(_: string, request: Contract[1], status: number, body?: unknown) {
  const answer = await stack.ask(request);
  expect(answer).toMatchObject({ status, ...(body !== undefined && { body }) });
}

describe("what SQL raises has the status of its SQLSTATE, with code, message, details and hint", () => {
  it.each(raised)("%s", keep);
});
describe("a refusal", () => {
  it.each(refusals)("%s", keep);
});
describe("a value", () => {
  it.each(values)("%s", keep);
});
describe("a filter", () => {
  it.each(filters)("%s", keep);
});
