// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import { fail, ok, type Result } from "@/lib/result";
import { useSignOut } from "./use-sign-out";

const wrapper = ({ children }: { children: ReactNode }) => (
  <NextIntlClientProvider locale="en" messages={en}>
    {children}
  </NextIntlClientProvider>
);

function signingOut({ waiting, answer = ok(undefined) }: { waiting: number; answer?: Result<void> | Error }) {
  const deeds: string[] = [];
  const deed = (name: string) => {
    deeds.push(name);
    return Promise.resolve();
  };
  const deps = {
    flush: () => deed("flush").then(() => ({ waiting })),
    clearDevice: () => deed("clear"),
    signOut: () => deed("end").then(() => (answer instanceof Error ? Promise.reject(answer) : answer)),
    leavePage: () => void deeds.push("leave"),
  };
  const { result } = renderHook(() => useSignOut(deps), { wrapper });
  return { deeds, hook: result };
}

describe("signing out", () => {
  it("sends what waits first, then ends the sign-in, then clears the device", async () => {
    const { deeds, hook } = signingOut({ waiting: 0 });
    await act(async () => hook.current.start());
    expect(deeds).toEqual(["flush", "end", "clear", "leave"]);
  });

  it("asks where edits still wait, and has ended and cleared nothing until the person decides", async () => {
    const { deeds, hook } = signingOut({ waiting: 3 });
    await act(async () => hook.current.start());
    expect(hook.current.waiting).toBe(3);
    expect(deeds).toEqual(["flush"]);
    await act(async () => hook.current.stay());
    expect(hook.current.waiting).toBe(0);
    expect(deeds).toEqual(["flush"]);
  });

  it("discards what waits only on the person's word", async () => {
    const { deeds, hook } = signingOut({ waiting: 1 });
    await act(async () => hook.current.start());
    await act(async () => hook.current.leave());
    expect(deeds).toEqual(["flush", "end", "clear", "leave"]);
  });

  it.each([fail("unavailable"), new Error("Failed to fetch")])(
    "keeps the device's data where the sign-in could not be ended (%o)",
    async (answer) => {
      const { deeds, hook } = signingOut({ waiting: 0, answer });
      await act(async () => hook.current.start());
      expect(deeds).toEqual(["flush", "end"]);
      expect(hook.current.pending).toBe(false);
    },
  );
});
