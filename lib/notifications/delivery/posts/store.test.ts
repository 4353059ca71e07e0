import { beforeEach, expect, it, vi } from "vitest";
import { failureOf } from "@/lib/supabase/refusal";
import { fakeDatabase, fakeFunctions, refusing } from "@/lib/testing/fake-functions";
import { postStore, type PostResult } from "./store";

const database = fakeFunctions();
vi.stubGlobal("fetch", database.fetch);
for (const [name, value] of Object.entries(fakeDatabase)) vi.stubEnv(name, value);
beforeEach(database.forget);

const store = () => {
  const made = postStore();
  if (!made) throw new Error("there is a secret key");
  return made;
};

it("nothing that is due is null; a queue that cannot be read is a fault and not an empty one", async () => {
  database.answer("take_project_posts", { body: null });
  expect(await store().take(60)).toBeNull();
  expect(database.asked).toEqual([{ name: "take_project_posts", given: { lease_seconds: 60 } }]);
  database.answer("take_project_posts", { status: 503, body: { code: "57014", message: "", details: null } });
  await expect(store().take(60)).rejects.toThrow("cannot be read");
  database.answer("take_project_posts", { body: { app: null } });
  await expect(store().take(60)).rejects.toThrow();
});

it("what became of posts is written down under their lease, with the reason for which the app ends only where it does", async () => {
  database.answer("complete_project_posts", { body: 1 });
  const plain: PostResult[] = [{ id: "1", status: "sent", reason: "sent" }];
  expect(await store().complete("lease", plain, null)).toBe(1);
  expect(await store().complete("lease", plain, "ended")).toBe(1);
  expect(database.asked.map(({ given }) => given)).toEqual([
    { lease: "lease", results: plain },
    { lease: "lease", results: plain, problem: "ended" },
  ]);
  database.answer("complete_project_posts", refusing(400, "results"));
  const thrown = await store()
    .complete("lease", plain, null)
    .catch((each: unknown) => each);
  expect(failureOf(thrown)).toMatchObject({ code: "invalid" });
});
