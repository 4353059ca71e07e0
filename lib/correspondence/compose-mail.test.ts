import { expect, it } from "vitest";
import { composeMail } from "./compose-mail";

const mail = {
  id: "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10",
  from: { name: "Noa", address: "noa@firm.example" },
  replyTo: null,
  to: "dana@lead.example",
  subject: "Hello",
  text: "<b>Two</b> & two",
  signature: null,
  thread: "lead 1",
};

it("the same mail has the same id at every attempt, and all of a lead the same thread", () => {
  const [first, again, other] = [mail, mail, { ...mail, id: "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a11" }].map(
    composeMail,
  );
  expect(again).toEqual(first);
  expect(other?.messageId).not.toBe(first?.messageId);
  expect(other?.references).toBe(first?.references);
  expect(first?.headers).toEqual({ "In-Reply-To": first?.references });
  expect(composeMail({ ...mail, thread: null })).toMatchObject({ references: null, headers: {} });
});

it("a subject is one line, whatever was typed", () => {
  expect(composeMail({ ...mail, subject: "Hello\r\nBcc: x@example.com" }).subject).not.toMatch(/[\r\n]/);
});

it("what a person types is text and no HTML, turned as its letters go", () => {
  expect(composeMail(mail).html).toContain("&lt;b&gt;Two&lt;/b&gt; &amp; two");
  expect(composeMail(mail).html).toContain('dir="ltr"');
  expect(composeMail({ ...mail, text: "שלום" }).html).toContain('dir="rtl" style="text-align:right"');
});

it("a signature begins after the line by which programs know it, and only where there is one", () => {
  const signature = { html: "<p>Noa</p>", text: "Noa", direction: "ltr" } as const;
  expect(composeMail({ ...mail, text: "Hi", signature }).text).toBe("Hi\n-- \nNoa\n");
  expect(composeMail({ ...mail, text: "Hi" }).text).toBe("Hi\n");
});
