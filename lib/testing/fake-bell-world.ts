import type { ConnectionEvent } from "@/lib/live/connection";
import { fakeClock } from "./fake-clock";
import { fail, ok, type Result } from "@/lib/result";
import { createBell, type Bell } from "@/lib/notifications/bell/bell";
import { applyAnswer, emptyFeed, shownRows } from "@/lib/notifications/bell/feed";
import type { SharedAnswer } from "@/lib/notifications/bell/hint";
import { fakeNotificationServer } from "./fake-notification-server";

export const startMicros = 1_800_000_000_000_000;

/** One person's server and the tabs of one browser. The test sets delays and losses. */
export function fakeBellWorld(seed = 1) {
  const clock = fakeClock(seed);
  const server = fakeNotificationServer(() => startMicros + clock.timers.now() * 1000);
  const network = { delays: [10], fails: false };
  let [turn, loads] = [0, 0];
  const lag = () => network.delays[turn++ % network.delays.length] ?? 0;
  const bells: Bell[] = [];

  async function send<Answer>(prepare: () => { commit(): Answer }): Promise<Result<Answer>> {
    await clock.wait(lag());
    if (network.fails) return fail("unavailable");
    const deed = prepare();
    // The deed is stamped when it begins and visible when it ends, as in a real transaction.
    await clock.wait(lag());
    const answer = deed.commit();
    emit(hintOf(1));
    await clock.wait(lag());
    // The deed is done and its answer is lost.
    return network.fails ? fail("unavailable") : ok(answer);
  }

  function openTab({ leader = true, initial = true } = {}) {
    const own = bells.length;
    const share = (answer: SharedAnswer) =>
      void clock.timers.after(1, () =>
        bells.forEach((bell, at) => at === own || bell.onShared(answer, leader)),
      );
    const bell = createBell({
      initial: initial ? server.read(0) : null,
      async load(afterSeq) {
        loads += 1;
        await clock.wait(lag());
        const answer = server.read(afterSeq);
        await clock.wait(lag());
        return network.fails ? fail("unavailable") : ok(answer);
      },
      mark: (mark) => send(() => server.mark(mark)),
      markBatch: (batch) => send(() => server.markBatch(batch)),
      change: (change) => send(() => server.change(change)),
      timers: clock.timers,
      isVisible: () => true,
      tabs: { isLeader: () => leader, share },
    });
    bells.push(bell);
    return bell;
  }

  /** The leading tab hears an event first, the others after it, in order. */
  function emit(event: ConnectionEvent) {
    bells[0]?.onEvent(event);
    const followers = bells.slice(1);
    clock.timers.after(1, () => followers.forEach((bell) => bell.onEvent(event)));
  }

  const hint = (seq: number) => emit(hintOf(seq));
  return { clock, server, network, openTab, emit, hint, bells, loads: () => loads };
}

export const hintOf = (seq: number) =>
  ({ kind: "message", event: "notification", payload: { id: "", seq } }) as const;

/** The view of a bell that has read everything. */
export function truthOf(server: ReturnType<typeof fakeNotificationServer>) {
  const answer = server.read(0);
  return { rows: shownRows(applyAnswer(emptyFeed, answer)), unread: answer.unread };
}

export const shownBy = (bell: Bell) => ({ rows: bell.view().rows, unread: bell.view().unread });

/** One tab that has been joined for a while. */
export async function joinedWorld() {
  const world = fakeBellWorld();
  const bell = world.openTab();
  world.emit({ kind: "joined" });
  await world.clock.advance(10_000);
  return { ...world, bell, status: () => bell.view().status };
}
