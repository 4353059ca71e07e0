import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchResult } from "./fetch-result";
import { fail, ok } from "./result";

const answering = (answer: () => Response) =>
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => answer()),
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("fetchResult", () => {
  it("gives the route's answer or refusal, never from a cache and with a time limit", async () => {
    answering(() => Response.json(ok({ rows: [] })));
    expect(await fetchResult("/api/things")).toEqual(ok({ rows: [] }));
    expect(fetch).toHaveBeenCalledWith("/api/things", {
      cache: "no-store",
      signal: expect.any(AbortSignal),
    });
    answering(() => Response.json(fail("forbidden", { message: "Not yours" }), { status: 403 }));
    expect(await fetchResult("/api/things")).toEqual(fail("forbidden", { message: "Not yours" }));
  });

  it.each([
    ["a hotel's page to sign in", () => new Response("<html>Welcome</html>", { status: 200 })],
    ["foreign JSON", () => Response.json({ message: "Bad gateway" }, { status: 502 })],
    ["null", () => Response.json(null)],
    [
      "no answer",
      () => {
        throw new TypeError("fetch failed");
      },
    ],
  ])("is unavailable if the answer is %s", async (_what, answer) => {
    answering(answer);
    expect(await fetchResult("/api/things")).toEqual(fail("unavailable"));
  });
});
