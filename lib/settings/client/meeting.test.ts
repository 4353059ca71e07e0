import { expect, it, vi } from "vitest";
import type { Connection } from "./connection";
import { createMeeting } from "./meeting";

const connection = (waiting: number): Connection => ({
  record: vi.fn(),
  load: vi.fn(),
  dismiss: vi.fn(),
  nudge: vi.fn(),
  flush: async () => ({ waiting }),
  rememberShell: vi.fn(),
  stop: vi.fn(),
  clearDevice: vi.fn(),
});

it("what is asked before the connection is done when it has come, in order, each once, with its answer", async () => {
  const meeting = createMeeting();
  const done: string[] = [];
  const first = meeting.ask(() => done.push("first"));
  const second = meeting.ask(({ flush }) => (done.push("second"), flush()));
  expect([done, meeting.present()]).toEqual([[], null]);
  meeting.come(connection(3));
  expect(done).toEqual(["first", "second"]);
  expect([await first, await second]).toEqual([1, { waiting: 3 }]);
  meeting.come(connection(4));
  expect(done).toEqual(["first", "second"]);
});

it("what is asked of a connection that is there is done at once", async () => {
  const meeting = createMeeting();
  meeting.come(connection(2));
  expect(await meeting.ask(({ flush }) => flush())).toEqual({ waiting: 2 });
});

it("a connection that ended is stopped, and what is asked then waits for the next one", async () => {
  const meeting = createMeeting();
  const old = connection(1);
  meeting.come(old);
  meeting.end();
  expect(old.stop).toHaveBeenCalledOnce();
  const asked = meeting.ask(({ flush }) => flush());
  meeting.come(connection(5));
  expect(await asked).toEqual({ waiting: 5 });
});
