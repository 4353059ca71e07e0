import { expect, it } from "vitest";
import type { Bootstrap } from "./bootstrap";
import { startProject } from "./start-project";

const [first, second, left] = ["1", "2", "3"].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);

const boot = (asked: string | null, last: string | undefined, ids = [first, second]): Bootstrap => ({
  user: { id: first ?? "", email: "", name: "" },
  projects: ids.map((id = "") => ({ id, name: "", client_id: id, client_name: "", role: "member" })),
  project_id: asked,
  settings: [],
  session: {
    here: last === undefined ? null : { current_context: { projectId: last }, ui_state: {}, at: "" },
    elsewhere: null,
  },
  notifications: { rows: [], unread: 0, head: 0, at: "" },
  reached: [],
  at: "",
});

it("an address without a project opens the one asked for, else this device's last, else the first", () => {
  expect(startProject(boot(second ?? null, first))).toBe(second);
  expect(startProject(boot(null, second))).toBe(second);
  expect(startProject(boot(null, undefined))).toBe(first);
});

it("a project that the person has left is not opened, and somebody in none gets none", () => {
  expect(startProject(boot(null, left))).toBe(first);
  expect(startProject(boot(null, left, []))).toBeNull();
});
