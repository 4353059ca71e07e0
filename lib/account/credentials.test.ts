import { describe, expect, it } from "vitest";
import { parse, safeParse } from "@/lib/schema";
import {
  mailLinkSchema,
  newPasswordSchema,
  resetRequestSchema,
  signInSchema,
  signUpSchema,
  workspaceSchema,
} from "./credentials";

const issueOf = (parsed: ReturnType<typeof safeParse>) => parsed.error?.issues[0]?.message;

describe("the schemas of the account forms", () => {
  it("trim an e-mail address and write it in lower case", () => {
    const parsed = parse(signInSchema, { email: "  Dana@Example.COM ", password: "x" });
    expect(parsed.email).toBe("dana@example.com");
  });

  it("take what nobody sees off a pasted e-mail address", () => {
    for (const pasted of [
      "\u200fdana@example.com",
      "dana@example.com\u200e",
      "\u2066dana\u00ad@\ufeffexample.com\u2069\u00a0",
    ])
      expect(parse(resetRequestSchema, { email: pasted }), JSON.stringify(pasted)).toEqual({
        email: "dana@example.com",
      });
  });

  it("refuse a password that is too short or longer than its hash reads, and name the key of the message", () => {
    expect(issueOf(safeParse(newPasswordSchema, { password: "seven77" }))).toBe("passwordShort");
    expect(issueOf(safeParse(newPasswordSchema, { password: "a".repeat(73) }))).toBe("passwordLong");
    // 37 letters of two bytes each: the hash counts bytes, not letters.
    expect(issueOf(safeParse(newPasswordSchema, { password: "ש".repeat(37) }))).toBe("passwordLong");
    expect(safeParse(newPasswordSchema, { password: "ש".repeat(36) }).success).toBe(true);
  });

  it("refuse a name or a link that holds a character the database cannot store", () => {
    const named = (name: string) => safeParse(workspaceSchema, { name, project: "Main" });
    expect(named("Dana \ud83d\ude00").success).toBe(true);
    for (const unstorable of ["Dana\u0000", "Dana \ud83d"]) {
      expect(named(unstorable).error?.issues[0]?.message).toBe("characters");
      expect(safeParse(mailLinkSchema, { token_hash: unstorable, type: "email" }).success).toBe(false);
    }
  });

  it("refuse fields that no form has", () => {
    const sent = { name: "Dana", email: "dana@example.com", password: "long enough", role: "service_role" };
    expect(safeParse(signUpSchema, sent).success).toBe(false);
  });

  it("refuse a mail link of an unknown kind", () => {
    expect(safeParse(mailLinkSchema, { token_hash: "abc", type: "recovery" }).success).toBe(true);
    expect(safeParse(mailLinkSchema, { token_hash: "abc", type: "admin" }).success).toBe(false);
  });
});
