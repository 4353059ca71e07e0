// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { cookieSeconds, readBrowserCookie, writeBrowserCookie } from "./browser-cookie";
import { emptyMirror } from "./mirror";
import { readMirror } from "./mirrored-values";

const name = "look-3000";
const read = () => readMirror(readBrowserCookie(name) ?? "no cookie");
const forget = (cookie: string) => void (document.cookie = `${cookie}=; max-age=0`);

afterEach(() => {
  for (const cookie of [name, `${name}0`, "before"]) forget(cookie);
});

describe("the mirror in the browser's cookie", () => {
  it.each(["; max-age=0", "a=b, c", "%E0%", "תל אביב 😀", '\u0000\n"\\', "\ud800"])(
    "is read as it was written, whatever characters it holds: %j",
    (keptZone) => {
      const mirror = { ...emptyMirror, of: "ann", met: true, keptZone };
      writeBrowserCookie(name, mirror);
      expect(read()).toEqual(mirror);
    },
  );

  it("is found among other cookies, and not read from a cookie whose name only begins alike", () => {
    document.cookie = "before=1";
    writeBrowserCookie(`${name}0`, { ...emptyMirror, of: "another copy of the app" });
    expect(readBrowserCookie(name)).toBeNull();
    writeBrowserCookie(name, { ...emptyMirror, of: "ann" });
    expect(read().of).toBe("ann");
  });

  it("is empty if the cookie is damaged, and reading it does not throw", () => {
    document.cookie = `${name}=%E0%A4%A`;
    expect(readBrowserCookie(name)).toBe("");
    expect(read()).toEqual(emptyMirror);
  });

  it("lasts a year and is sent to every page of the app, also to one that an outside link opens", () => {
    const written = vi.spyOn(document, "cookie", "set");
    writeBrowserCookie(name, emptyMirror);
    expect(written.mock.calls[0]?.[0].split("; ").slice(1)).toEqual([
      "path=/",
      `max-age=${cookieSeconds}`,
      "samesite=lax",
    ]);
    expect(cookieSeconds).toBe(31_536_000);
    written.mockRestore();
  });
});
