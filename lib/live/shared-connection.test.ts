import { expect, it } from "vitest";
import { shareConnection } from "./shared-connection";
import { fakeSocketTabs } from "@/lib/testing/fake-socket-tabs";
import { fakeClock } from "@/lib/testing/fake-clock";

const hint = { kind: "message", event: "notification", payload: { seq: 1 } } as const;

it("keeps one socket for three tabs, and passes its events to all of them", async () => {
  const { clock, openTab, open } = fakeSocketTabs();
  const tabs = [openTab(), openTab(), openTab()];
  await clock.advance(100);
  expect(open()).toHaveLength(1);
  open()[0]?.emit({ kind: "joined" });
  open()[0]?.emit(hint);
  await clock.advance(100);
  expect(tabs.map((tab) => tab.heard())).toEqual(Array(3).fill(["joined", "notification"]));
  expect(tabs.map((tab) => tab.connection.isLeader())).toEqual([true, false, false]);
});

it("tells a tab opened later that the channel is joined", async () => {
  const { clock, openTab, open } = fakeSocketTabs();
  openTab();
  await clock.advance(100);
  open()[0]?.emit({ kind: "joined" });
  const late = openTab();
  await clock.advance(100);
  expect(late.heard()).toEqual(["joined"]);
  await clock.advance(600_000);
  expect(open()).toHaveLength(1);
  expect(late.heard()).toEqual([]);
});

it("passes the lead on when the leading tab is closed", async () => {
  const { clock, openTab, sockets, open } = fakeSocketTabs();
  const first = openTab();
  const second = openTab();
  await clock.advance(100);
  first.connection.stop();
  await clock.advance(100);
  expect(sockets.map((socket) => socket.open)).toEqual([false, true]);
  open()[0]?.emit({ kind: "joined" });
  expect(second.heard()).toEqual(["joined"]);
  expect(second.connection.isLeader()).toBe(true);
});

it("takes the lead from a hidden tab that is not joined, and that tab follows", async () => {
  const { clock, openTab, open } = fakeSocketTabs();
  const hidden = openTab();
  const visible = openTab();
  await clock.advance(100);
  open()[0]?.emit({ kind: "joined" });
  hidden.show(false);
  open()[0]?.emit({ kind: "lost", reason: "socket closed" });
  await clock.advance(6_000);
  expect([hidden, visible].map((tab) => tab.connection.isLeader())).toEqual([false, true]);
  expect(open()).toHaveLength(1);
  open()[0]?.emit({ kind: "joined" });
  await clock.advance(100);
  expect(hidden.heard()).toEqual(["joined", "lost", "lost", "joined"]);
  visible.connection.stop();
  await clock.advance(100);
  expect(hidden.connection.isLeader()).toBe(true);
});

it("leaves the lead to a hidden tab while it is joined, and to a visible tab while it tries to join", async () => {
  const { clock, openTab, open } = fakeSocketTabs();
  const leader = openTab();
  openTab();
  await clock.advance(100);
  open()[0]?.emit({ kind: "joined" });
  leader.show(false);
  await clock.advance(600_000);
  expect(leader.connection.isLeader()).toBe(true);
  leader.show(true);
  open()[0]?.emit({ kind: "lost", reason: "socket closed" });
  await clock.advance(600_000);
  expect(leader.connection.isLeader()).toBe(true);
});

it("takes the lead from a frozen tab when somebody looks at another", async () => {
  const { clock, openTab, open } = fakeSocketTabs();
  const frozen = openTab();
  const other = openTab({ visible: false });
  await clock.advance(100);
  open()[0]?.emit({ kind: "joined" });
  await clock.advance(100);
  frozen.state.frozen = true;
  other.show(true);
  await clock.advance(6_000);
  expect(other.connection.isLeader()).toBe(true);
  expect(open()).toHaveLength(1);
});

it("passes a nudge to the leading tab", async () => {
  const { clock, openTab, sockets } = fakeSocketTabs();
  openTab();
  const follower = openTab();
  await clock.advance(100);
  follower.connection.nudge();
  await clock.advance(100);
  expect(sockets[0]?.nudges).toBe(1);
});

it("shares a tab's data, and says whether it is the leader's", async () => {
  const { clock, openTab } = fakeSocketTabs();
  const [leader, follower] = [openTab(), openTab()];
  await clock.advance(100);
  leader.connection.share("from the leader");
  follower.connection.share("from a follower");
  await clock.advance(100);
  expect(follower.shared).toEqual([["from the leader", true]]);
  expect(leader.shared).toEqual([["from a follower", false]]);
});

it("gives each tab its own socket if the browser lacks locks", () => {
  const heard: string[] = [];
  const connection = shareConnection({
    name: "live",
    tabs: null,
    timers: fakeClock().timers,
    connect(emit) {
      emit({ kind: "joined" });
      return { nudge: () => undefined, stop: () => undefined };
    },
    onEvent: (event) => heard.push(event.kind),
    onData: () => undefined,
  });
  expect(heard).toEqual(["joined"]);
  expect(connection.isLeader()).toBe(true);
});

it("leaves nothing behind when the last tab is closed", async () => {
  const { clock, openTab, open } = fakeSocketTabs();
  const tabs = [openTab(), openTab()];
  await clock.advance(100);
  for (const tab of tabs) tab.connection.stop();
  await clock.advance(100);
  expect(open()).toHaveLength(0);
  expect(clock.pending()).toBe(0);
});
