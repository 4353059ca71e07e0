import { describe, expect, it } from "vitest";
import { fileAnswer } from "./file-answer";
import { shownType } from "./shown-type";

const headersOf = (type: string, name: string | null = null) =>
  fileAnswer({ body: new ReadableStream(), type, name, length: null }).headers;

describe("a stranger's file", () => {
  it.each(["image/jpeg", "image/webp", "audio/ogg; codecs=opus", "VIDEO/MP4"])("of %s is shown", (type) => {
    expect(headersOf(type).get("content-disposition")).toBe("inline");
    expect(headersOf(type).get("content-type")).toBe(type.toLowerCase().replace(/;.*/, ""));
  });

  it.each([
    "text/html",
    "image/svg+xml",
    "application/pdf",
    "application/xhtml+xml",
    "",
    "image/jpeg, text/html",
  ])("of %s is saved, and is no type that a browser does anything with", (type) => {
    expect(headersOf(type, "a").get("content-disposition")).toBe("attachment; filename*=UTF-8''a");
    expect(headersOf(type).get("content-type")).toBe("application/octet-stream");
    expect(shownType(type)).toBeNull();
  });

  it("has a name of any script, and none that adds a header", () => {
    const name = `a"; x\r\nset-cookie: b=c \ud800 חוזה.pdf`;
    const written = headersOf("text/plain", name).get("content-disposition") ?? "";
    expect(written).toMatch(/^attachment; filename\*=UTF-8''[\w.%~-]+$/);
    expect(decodeURIComponent(written.split("''")[1] ?? "")).toBe(name.replace("\ud800", "\ufffd"));
  });
});
