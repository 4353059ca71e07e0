import { beforeEach, expect, it, vi } from "vitest";
import type * as logging from "@/lib/log";
import { postAfterwards, postDue } from "./service";

const mocks = vi.hoisted(() => ({ store: vi.fn(), after: vi.fn(), warn: vi.fn() }));
vi.mock("./store", () => ({ postStore: mocks.store }));
vi.mock("next/server", () => ({ after: mocks.after }));
vi.mock("@/lib/log", async (load) => ({
  ...(await load<typeof logging>()),
  log: { warn: mocks.warn, error: vi.fn() },
}));
beforeEach(() => vi.clearAllMocks());

it("without a secret key nobody is told, and nothing is due with an empty queue", async () => {
  mocks.store.mockReturnValue(null);
  expect(await postDue()).toBeNull();
  mocks.store.mockReturnValue({ take: async () => null, complete: vi.fn() });
  expect(await postDue()).toBe(0);
});

it("what a deed has made is told once its answer is on its way, and left to the ticker where that fails", async () => {
  mocks.store.mockReturnValue({ take: () => Promise.reject(new Error("down")), complete: vi.fn() });
  postAfterwards();
  expect(mocks.warn).not.toHaveBeenCalled();
  await mocks.after.mock.calls[0]?.[0]();
  expect(mocks.warn.mock.calls[0]?.[0]).toBe("apps of projects are left to the ticker");
});
