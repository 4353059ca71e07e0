import { describe, expect, it } from "vitest";
import { templateAnswer } from "./answers";
import type { ShownTemplate } from "./shown";
import { filledIn, judgeTemplate, languagesFor, suggestedTemplate, valuesFor } from "./template-choice";
import { keptTemplate, parametersOf } from "./templates";

const kept = (given: object) =>
  keptTemplate(templateAnswer.parse({ name: "n", language: "en_US", status: "APPROVED", ...given }));

describe("a template as Meta lists it", () => {
  it("has its values in order, each once, by position or by name", () => {
    expect(parametersOf("{{2}} and {{ 1 }} and {{2}} and {{10}}")).toEqual(["1", "2", "10"]);
    expect(parametersOf("Hi {{first_name}}, from {{company}}")).toEqual(["first_name", "company"]);
    expect(parametersOf("Hi")).toEqual([]);
  });

  it("is simple where nothing but its text takes values", () => {
    const body = { type: "BODY", text: "Hi {{1}}" };
    const simple = (...components: object[]) => kept({ components: [body, ...components] }).simple;
    expect(simple()).toBe(true);
    expect(simple({ type: "HEADER", format: "TEXT", text: "News" }, { type: "FOOTER", text: "Bye" })).toBe(
      true,
    );
    expect(simple({ type: "HEADER", format: "TEXT", text: "News of {{1}}" })).toBe(false);
    expect(simple({ type: "HEADER", format: "IMAGE" })).toBe(false);
    expect(simple({ type: "BUTTONS", buttons: [{ type: "URL", url: "https://a.test/{{1}}" }] })).toBe(false);
    expect(simple({ type: "BUTTONS", buttons: [{ type: "QUICK_REPLY" }] })).toBe(true);
  });

  it("of words that nobody knows breaks nothing", () => {
    expect(kept({ status: "SOMETHING_NEW", components: [{ type: "CAROUSEL" }, { type: 5 }] })).toMatchObject({
      status: "SOMETHING_NEW",
      body: "",
      parameters: [],
    });
    expect(kept({ components: "none" })).toMatchObject({ body: "", named: false });
  });
});

describe("a chosen template", () => {
  const template = (change: Partial<ShownTemplate> = {}): ShownTemplate => ({
    name: "hello",
    language: "en_US",
    status: "APPROVED",
    category: "UTILITY",
    body: "Hello {{1}}, {{2}} here",
    parameters: ["1", "2"],
    named: false,
    simple: true,
    missing: false,
    ...change,
  });
  const verdict = (change: Partial<ShownTemplate>) => judgeTemplate([template(change)], "hello", "en");

  it("is good where we can fill it in", () => {
    expect(verdict({})).toMatchObject({ verdict: "good" });
    expect(verdict({ named: true, parameters: ["lead_name"] })).toMatchObject({ verdict: "good" });
    expect(verdict({ language: "en" })).toMatchObject({ verdict: "good" });
  });

  it("is told apart by what is wrong with it, before it is saved", () => {
    expect(verdict({ parameters: ["1", "2", "3"] })).toEqual({ verdict: "values", needs: 3 });
    expect(verdict({ named: true, parameters: ["order"] })).toEqual({ verdict: "values", needs: 1 });
    expect(verdict({ status: "PAUSED" })).toEqual({ verdict: "notApproved", status: "PAUSED" });
    expect(verdict({ simple: false })).toEqual({ verdict: "parts" });
    expect(verdict({ missing: true })).toEqual({ verdict: "unknown" });
    expect(verdict({ language: "he" })).toEqual({ verdict: "otherLanguage" });
    expect(judgeTemplate([template()], " ", "en")).toEqual({ verdict: "none" });
  });

  it("is needed in every language of ours where it is the lead's own", () => {
    expect(languagesFor("lead")).toEqual(["en", "he", "ar"]);
    expect(languagesFor("he")).toEqual(["he"]);
  });

  it("is suggested for a lead in the chosen language, or in that of the lead's name", () => {
    const all = ["en_US", "he", "ar"].map((language) => template({ language }));
    all.push(template({ name: "other", language: "he" }));
    const language = (given: string, lead: string, name = "hello") =>
      suggestedTemplate(all, { name, language: given }, lead)?.language;
    expect([language("lead", "דנה"), language("lead", "هدى"), language("lead", "Dana")]).toEqual([
      "he",
      "ar",
      "en_US",
    ]);
    expect(language("ar", "דנה")).toBe("ar");
    expect(suggestedTemplate(all, { name: "other", language: "lead" }, "דנה")?.name).toBe("other");
    expect(language("lead", "דנה", "gone")).toBe("he");
    expect(suggestedTemplate([], { name: "hello", language: "lead" }, "Dana")).toBeNull();
  });

  it("shows what the lead will read; a value that is not there stays as it is written", () => {
    const { body } = template();
    expect(filledIn(body, valuesFor({ named: false }, "Dana", "Olivia"))).toBe("Hello Dana, Olivia here");
    expect(filledIn("{{lead_name}} {{other}}", valuesFor({ named: true }, "Dana", "Olivia"))).toBe(
      "Dana {{other}}",
    );
  });
});
