import { expect, it } from "vitest";
import { bytesOfUuid, openToken, signToken, uuidOfBytes } from "./signed-token";

const id = "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10";
const content = Buffer.concat([bytesOfUuid(id), Buffer.from("about it")]);
const token = signToken("answer", content, "secret");

it("a token says what it is about to whoever knows its secret, an older one among newer ones too", () => {
  expect(openToken("answer", token, ["newer", "secret"])).toEqual(content);
  expect(uuidOfBytes(content.subarray(0, 16))).toBe(id);
  expect(token).toMatch(/^[\w-]+$/);
});

it("a token of another secret or purpose, or with any letter changed, is none", () => {
  expect(openToken("answer", token, ["other"])).toBeNull();
  expect(openToken("answer", token, [])).toBeNull();
  expect(openToken("unsubscribe", token, ["secret"])).toBeNull();
  for (let at = 0; at < token.length; at += 1) {
    const changed = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
    expect(openToken("answer", changed, ["secret"]), `letter ${at}`).toBeNull();
  }
});

it("what is no token at all is none, and throws nothing", () => {
  for (const text of ["", "a", "=".repeat(60), "ש".repeat(60), "A".repeat(201)])
    expect(openToken("answer", text, ["secret"])).toBeNull();
});
