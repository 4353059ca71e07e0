import { describe, expect, it } from "vitest";
import { createServerClock } from "./server-clock";

const hourMs = 3_600_000;
const noon = Date.UTC(2026, 10, 29, 12);

/** A device whose wall clock is `skew` ms ahead of the server's. */
function device(skew: number, kept: number | null = null) {
  const clocks = { wall: noon + skew, steady: 5_000 };
  const memory = {
    ahead: kept,
    read: () => memory.ahead,
    write(ahead: number) {
      memory.ahead = ahead;
    },
  };
  const clock = createServerClock({ wall: () => clocks.wall, steady: () => clocks.steady }, memory);
  const pass = (ms: number) => {
    clocks.wall += ms;
    clocks.steady += ms;
  };
  return { clock, clocks, memory, pass };
}

describe("the server's time on a device", () => {
  it.each([-26, -1, 0, 3, 200])("is the server's where the device's clock is %i hours ahead", (hours) => {
    const { clock, pass } = device(hours * hourMs);
    clock.hear(noon);
    pass(90_000);
    expect(clock.now()).toBe(noon + 90_000);
  });

  it("counts the time that the server's word took to be heard", () => {
    const { clock } = device(hourMs);
    clock.hear(noon - 4_000, 4_000);
    expect(clock.now()).toBe(noon);
  });

  it("goes on while the device sleeps, when only its wall clock runs", () => {
    const { clock, clocks } = device(-hourMs);
    clock.hear(noon);
    clocks.wall += 8 * hourMs;
    expect(clock.now()).toBe(noon + 8 * hourMs);
  });

  it("does not go back where the device's clock is set back", () => {
    const { clock, clocks, pass } = device(0);
    clock.hear(noon);
    pass(60_000);
    clocks.wall -= 26 * hourMs;
    expect(clock.now()).toBe(noon + 60_000);
  });

  it("follows the server's last word, forward and back", () => {
    const { clock } = device(0);
    clock.hear(noon + hourMs);
    clock.hear(noon);
    expect(clock.now()).toBe(noon);
  });

  it("is what the device remembers of it where the server has not spoken yet, else the device's own", () => {
    const first = device(-26 * hourMs);
    first.clock.hear(noon);
    expect(device(-26 * hourMs, first.memory.ahead).clock.now()).toBe(noon);
    expect(device(-26 * hourMs).clock.now()).toBe(noon - 26 * hourMs);
  });
});
