import { describe, expect, it } from "vitest";
import type { PhaseName, Route } from "./config";
import { resolve } from "./resolve";

const phases = new Map<PhaseName, Route[]>([
  [
    "first",
    [
      { src: "^/(.+)/$", headers: { Location: "/$1" }, status: 308, continue: true },
      { src: "^/private(?:/)?$", headers: { Location: "/sign-in" }, status: 307 },
      { src: "/(.*)", middlewarePath: "/_middleware", continue: true },
      {
        src: "^/((?!.+\\.rsc).+?)(?:/)?$",
        has: [{ type: "header", key: "rsc", value: "1" }],
        dest: "/$1.rsc",
        continue: true,
      },
    ],
  ],
  ["filesystem", [{ src: "^/favicon\\.ico(?<suffix>\\.rsc)?$", dest: "/icon.svg$suffix", check: true }]],
  ["resource", [{ src: "/.*", status: 404 }]],
  ["miss", [{ src: "/_next/static/.+", status: 404, dest: "/not-found.txt", check: true }]],
  [
    "rewrite",
    [
      { src: "^/(?<path>.+)\\.segments/.+$", dest: "/$path.rsc", check: true },
      {
        src: "^/leads/(?<id>[^/]+?)(?<suffix>\\.rsc)?(?:/)?$",
        dest: "/leads/[id]$suffix?nxtPid=$id",
        check: true,
      },
    ],
  ],
  ["hit", [{ src: "/_next/static/.+", headers: { "cache-control": "immutable" }, continue: true }]],
  ["error", [{ src: "/.*", dest: "/_not-found", status: 404 }]],
]);
const there = new Set([
  "/",
  "/sign-in",
  "/sign-in.rsc",
  "/icon.svg",
  "/not-found.txt",
  "/leads/[id]",
  "/_not-found",
]);
for (const path of ["/_next/static/a.js", "/leads/[id].rsc"]) there.add(path);

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const seen: string[] = [];
  const resolved = await resolve(
    {
      config: { phases, overrides: {} },
      exists: (address) => there.has(address),
      middleware: async (_, asked) => {
        seen.push(asked.path);
        if (asked.headers.has("x-stop")) return new Response("stopped", { status: 400 });
        return {
          request: new Headers({ ...headers, "x-nonce": "n" }),
          response: new Headers({ "x-csp": "p" }),
        };
      },
    },
    { method: "GET", path, query: new URLSearchParams("a=1"), headers: new Headers(headers) },
  );
  return { resolved, seen };
};

describe("an address leads", () => {
  it.each([
    ["/", "/", null],
    ["/favicon.ico", "/icon.svg", null],
    ["/leads/7", "/leads/[id]", null],
    ["/leads/7.segments/_tree", "/leads/[id].rsc", null],
    ["/nothing", "/_not-found", 404],
    ["/_next/static/gone.js", "/not-found.txt", 404],
  ])("%s to %s", async (path, to, status) => {
    expect((await ask(path)).resolved).toMatchObject({ kind: "found", path: to, status });
  });

  it("with what its expression found among the query", async () => {
    const { resolved } = await ask("/leads/7");
    expect(resolved.kind === "found" && String(resolved.query)).toBe("a=1&nxtPid=7");
  });

  it("to another function where a header asks for it", async () => {
    expect((await ask("/sign-in", { rsc: "1" })).resolved).toMatchObject({ path: "/sign-in.rsc" });
  });

  it("elsewhere at once, before the middleware", async () => {
    const { resolved, seen } = await ask("/private");
    expect(resolved.kind === "answer" && resolved.response.headers.get("location")).toBe("/sign-in");
    expect(seen).toEqual([]);
  });

  it("with the headers of a file that was found", async () => {
    const { resolved } = await ask("/_next/static/a.js");
    expect(resolved.kind === "found" && resolved.headers.get("cache-control")).toBe("immutable");
  });
});

it("what a middleware adds reaches function and browser, and what it answers ends the request", async () => {
  const { resolved } = await ask("/sign-in");
  expect(resolved.request.get("x-nonce")).toBe("n");
  expect(resolved.kind === "found" && resolved.headers.get("x-csp")).toBe("p");
  const stopped = (await ask("/sign-in", { "x-stop": "1" })).resolved;
  expect(stopped.kind === "answer" && stopped.response.status).toBe(400);
});
