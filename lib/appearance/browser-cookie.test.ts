// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { cookieSeconds, readBrowserMirror, writeBrowserMirror } from "./browser-cookie";
import { emptyMirror } from "./mirror";

const name = "look-3000";
const forget = (cookie: string) => void (document.cookie = `${cookie}=; max-age=0`);

afterEach(() => {
  for (const cookie of [name, `${name}0`, "before"]) forget(cookie);
});

describe("the mirror in the browser's cookie", () => {
  it.each(["; max-age=0", "a=b, c", "%E0%", "תל אביב 😀", '\u0000\n"\\', "\ud800"])(
    "is read as it was written, whatever characters it holds: %j",
    (keptZone) => {
      const mirror = { ...emptyMirror, of: "ann", met: true, keptZone };
      writeBrowserMirror(name, mirror);
      expect(readBrowserMirror(name)).toEqual(mirror);
    },
  );

  it("is found among other cookies, and not read from a cookie whose name only begins alike", () => {
    document.cookie = "before=1";
    writeBrowserMirror(`${name}0`, { ...emptyMirror, of: "another copy of the app" });
    expect(readBrowserMirror(name)).toBeNull();
    writeBrowserMirror(name, { ...emptyMirror, of: "ann" });
    expect(readBrowserMirror(name)?.of).toBe("ann");
  });

  it("is empty if the cookie is damaged, and reading it does not throw", () => {
    document.cookie = `${name}=%E0%A4%A`;
    expect(readBrowserMirror(name)).toEqual(emptyMirror);
  });

  it("lasts a year and is sent to every page of the app, also to one that an outside link opens", () => {
    const written = vi.spyOn(document, "cookie", "set");
    writeBrowserMirror(name, emptyMirror);
    expect(written.mock.calls[0]?.[0].split("; ").slice(1)).toEqual([
      "path=/",
      `max-age=${cookieSeconds}`,
      "samesite=lax",
    ]);
    expect(cookieSeconds).toBe(31_536_000);
    written.mockRestore();
  });
});
