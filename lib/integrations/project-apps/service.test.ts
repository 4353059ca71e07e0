import { beforeEach, describe, expect, it, vi } from "vitest";
import { answered, faulty, type Provider } from "@/lib/integrations/contract/duties";
import { sealTokens, unsealTokens } from "@/lib/integrations/kept-tokens";
import { categories } from "@/lib/vocabulary/categories";
import { changeProjectSecret, connectForProject, disconnectForProject, tellProjectApp } from "./service";
import type { ProjectAppRow } from "./rows";

const mocks = vi.hoisted(() => ({ platform: vi.fn(), store: vi.fn() }));
vi.mock("@/lib/integrations/service", () => ({ platform: mocks.platform }));
vi.mock("./store", () => ({ projectAppStore: mocks.store }));

const ring = [{ id: "a", key: Buffer.alloc(32, 1) }];
const asked = { userId: "ann", projectId: "project", provider: "app" };
const tokens = { accessToken: "https://hook.test", refreshToken: null, expiresAt: null, scopes: null };
const account = { id: "1", name: "Sales", email: "", url: null };
const sealed = sealTokens(ring, { userId: "project", provider: "app" }, { ...tokens, webhookKey: "key" });
const row: ProjectAppRow = {
  ...{ id: "row", project_id: "project", provider: "app", tokens: sealed, categories: [] },
  account: { id: "1", name: "Sales", email: "", url: null },
};

/** A provider of apps, and a platform and a store that have one; every part can be another. */
function given(provider: Partial<Provider> = {}, found: ProjectAppRow | null = row) {
  const app: Provider = {
    ...{ oauth: null, needed: [] },
    readPersonal: (text) => (text.startsWith("https:") ? { ...tokens, webhookKey: null } : null),
    account: vi.fn(async () => answered(account)),
    notify: async () => answered(null),
    revoke: async () => undefined,
    ...provider,
  };
  const press = { takePress: vi.fn(async () => undefined), replace: vi.fn(async () => true) };
  const rights = { find: vi.fn(async () => found), keep: vi.fn(), remove: vi.fn() };
  mocks.platform.mockReturnValue({
    ...{
      store: press,
      ring,
      providers: new Map([["app", app]]),
      now: () => 0,
      webhookBase: "",
      wait: vi.fn(),
    },
  });
  mocks.store.mockReturnValue(rights);
  return { app, press, rights };
}
beforeEach(() => void given());

describe("connecting an app for a project", () => {
  it("keeps what opens it for the project and nobody else, and tells it everything at first", async () => {
    const { rights } = given();
    expect(await connectForProject(asked, "https://hook.test")).toBeNull();
    const [person, project, provider, kept] = rights.keep.mock.calls[0] ?? [];
    expect([person, project, provider]).toEqual(["ann", "project", "app"]);
    expect(kept).toMatchObject({ account, categories: [...categories] });
    const open = (userId: string) => unsealTokens(ring, { userId, provider: "app" }, kept.tokens);
    expect(open("project")).toMatchObject({ accessToken: "https://hook.test" });
    expect(() => open("ann") ?? "closed").not.toThrow();
    expect(open("ann")).toBeNull();
  });

  it("tries no address for whoever is no admin", async () => {
    const { app, press, rights } = given();
    rights.find.mockRejectedValue(new Error("forbidden"));
    await expect(connectForProject(asked, "https://hook.test")).rejects.toThrow("forbidden");
    expect([press.takePress, app.account, rights.keep].map((each) => vi.mocked(each).mock.calls)).toEqual([
      [],
      [],
      [],
    ]);
  });

  it.each([
    ["is no address", "no address", {}, "key"],
    ["is refused over there", "https:", { account: async () => faulty("refused") }, "key"],
    ["is too busy", "https:", { account: async () => faulty("limit") }, "busy"],
    ["takes no notifications", "https:", { notify: undefined }, "notConfigured"],
  ] as const)("that %s keeps nothing and says so", async (_, key, provider, why) => {
    const { rights } = given(provider);
    expect(await connectForProject(asked, key)).toBe(why);
    expect(rights.keep).not.toHaveBeenCalled();
  });

  it("says that it is not possible here where the platform has no keys, or knows no such app", async () => {
    expect(await connectForProject({ ...asked, provider: "other" }, "https:")).toBe("notConfigured");
    mocks.platform.mockReturnValue(null);
    expect(await connectForProject(asked, "https:")).toBe("notConfigured");
  });
});

describe("ending it", () => {
  it("deletes it here also where nobody answers over there, and says so", async () => {
    const { rights } = given({ revoke: () => Promise.reject(new Error("down")) });
    expect(await disconnectForProject(asked)).toEqual({ ok: true, value: { revoked: false } });
    expect(rights.remove).toHaveBeenCalledWith("ann", "project", "app");
  });

  it("of what no key opens any more deletes it as well", async () => {
    const { rights } = given({}, { ...row, tokens: "v1:gone:a:b:c" });
    expect(await disconnectForProject(asked)).toEqual({ ok: true, value: { revoked: true } });
    expect(rights.remove).toHaveBeenCalledOnce();
  });

  it("of what is not there is not found", async () => {
    given({}, null);
    expect(await disconnectForProject(asked)).toMatchObject({ error: { code: "not_found" } });
  });
});

describe("its signing secret", () => {
  const secret = { changed: (kept: string) => `${kept}+`, shown: (kept: string) => `shown ${kept}` };

  it("is made anew and shown once; where somebody else made one meanwhile, theirs holds", async () => {
    const { press } = given({ secret });
    expect(await changeProjectSecret(asked)).toEqual({ ok: true, value: { secret: "shown key+" } });
    expect(press.replace.mock.calls[0]?.slice(0, 2)).toEqual(["row", sealed]);
    press.replace.mockResolvedValue(false);
    expect(await changeProjectSecret(asked)).toMatchObject({ error: { code: "conflict" } });
  });

  it("is none of an app that has none, and costs no press", async () => {
    const { press } = given();
    expect(await changeProjectSecret(asked)).toMatchObject({ error: { code: "not_found" } });
    expect(press.takePress).not.toHaveBeenCalled();
  });
});

it("an app that nothing opens any more is ended instead of told", async () => {
  const message = { id: "", subject: "", intro: null, items: [], why: { text: "", url: "" } };
  const tell = (of: ProjectAppRow) => tellProjectApp(of, message, AbortSignal.timeout(1_000));
  expect(await tell(row)).toEqual({ outcome: "sent", providerId: null });
  expect(await tell({ ...row, tokens: "v1:gone:a:b:c" })).toEqual({
    outcome: "gone",
    reason: "connectionEnded",
  });
  mocks.platform.mockReturnValue(null);
  expect(await tell(row)).toMatchObject({ outcome: "gone" });
});
