// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WhatsappCard } from "@/lib/integrations/whatsapp/shown";
import { drawConnected } from "./connections-page.test-support";
import { TemplateCheck } from "./template-check";
import { NumberFacts } from "./whatsapp-number";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));
afterEach(cleanup);

/** Draws a part of the card of a number, and of a template, that Meta says stand so. */
function draw(status: string, part: ReactNode) {
  const card: WhatsappCard = {
    number: { id: "1", display: "+972 50 000 0000", name: "Uma's", status, quality: "GREEN" },
    sync: null,
    project: null,
    templates: [
      {
        name: "hello",
        language: "en_US",
        status,
        category: "UTILITY",
        body: "Hello",
        parameters: [],
        named: false,
        simple: true,
        missing: false,
      },
    ],
  };
  drawConnected(part, { card });
  return document.body.textContent;
}

describe("how Meta says that something stands", () => {
  it("is said in words: of a number, with a way to register it where that may help", () => {
    expect(draw("RATE_LIMITED", <NumberFacts />)).toContain("Meta takes no more messages from it for now.");
    expect(screen.queryByRole("button", { name: "Register this number" })).toBeNull();
    cleanup();
    expect(draw("PENDING", <NumberFacts />)).toContain("It is not in use at Meta yet");
    expect(screen.getByRole("button", { name: "Register this number" })).toBeTruthy();
    cleanup();
    expect(draw("CONNECTED", <NumberFacts />)).not.toContain("Meta");
  });

  it("is said in words: of a template", () => {
    const said = draw("IN_APPEAL", <TemplateCheck name="hello" language="en" />);
    expect(said).toContain("English: Meta is looking at an appeal");
  });

  it("is shown as it is where nobody here knows it, and that nobody does is said", () => {
    expect(draw("NOVEL", <NumberFacts />)).toContain("“NOVEL”, which this app does not know");
    cleanup();
    const said = draw("NOVEL", <TemplateCheck name="hello" language="en" />);
    expect(said).toContain("it cannot be sent. Meta calls its status “NOVEL”, which this app does not know");
  });
});
