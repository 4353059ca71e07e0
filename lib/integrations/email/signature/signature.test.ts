import { describe, expect, it } from "vitest";
import { leftOutOf, storedSignature, writeSignature } from "./signature";

const values = { name: 'חברת אבן בע"מ', email: "dana@example.com", company: "Oven & Co", project: "Towers" };

describe("a signature", () => {
  it("of plain text has its lines, and what looks like HTML in it is text", () => {
    const { html, text, direction } = writeSignature(
      "Igor <igor@x.example>\n{{company}} {{ project }}",
      values,
    );
    expect(html).toBe("Igor &lt;igor@x.example&gt;<br />Oven &amp; Co Towers");
    expect(text).toBe("Igor <igor@x.example>\nOven & Co Towers");
    expect(direction).toBe("ltr");
  });

  it("runs from the right where its first letter does", () => {
    expect(writeSignature("+972 {{name}}\nOven", values)).toMatchObject({
      direction: "rtl",
      text: '+972 חברת אבן בע"מ\nOven',
    });
    expect(writeSignature("<b>شركة</b>", values).direction).toBe("rtl");
  });

  it("of HTML becomes text with a line for each block, and addresses that can be read", () => {
    const source =
      '<div>{{name}}</div><ul><li>One</li><li>Two</li></ul><p><a href="https://oven.example/a">Site</a> &amp; ' +
      '<a href="mailto:{{email}}">{{email}}</a><br>x</p>';
    expect(writeSignature(source, values).text).toBe(
      'חברת אבן בע"מ\n\n• One\n• Two\n\nSite\nhttps://oven.example/a\n& dana@example.com\nx',
    );
  });

  it("fills in text, never tags, attributes or addresses that run", () => {
    const evil = { ...values, name: '"><script>alert(1)</script>', company: "javascript:alert(1)" };
    const source =
      '<p title="{{name}}">{{name}}</p><a href="{{company}}">a</a><a href="https://x/?q={{name}}">b</a>';
    expect(writeSignature(source, evil).html).toBe(
      '<p>"&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p><a>a</a>' +
        '<a href="https://x/?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E" rel="noopener noreferrer">b</a>',
    );
  });

  it("has nothing of a word that is not known, nor line breaks of a name", () => {
    expect(writeSignature("a{{phone}}b {{name}}", { ...values, name: "A\r\nBcc: x" }).text).toBe(
      "ab A Bcc: x",
    );
  });

  it("that came into the database another way is cleaned when it is written, too", () => {
    expect(writeSignature("<b>a</b><img src=x onerror=alert(1)><script>1</script>", values).html).toBe(
      "<b>a</b>",
    );
  });

  it("is stored without what may not be in it, and plain text as it was typed", () => {
    expect(storedSignature("<b>a</b><script>1</script>")).toBe("<b>a</b>");
    expect(storedSignature("A & B <a@x.example>\n{{name}}")).toBe("A & B <a@x.example>\n{{name}}");
  });
});

it("names what is left out of it", () => {
  expect(leftOutOf("<b>a</b><script>1</script><IFRAME></IFRAME><img src='data:image/png;base64,A'>")).toEqual(
    {
      tags: ["script", "iframe"],
      pastedImages: true,
    },
  );
  expect(leftOutOf("a <igor@x.example>")).toEqual({ tags: [], pastedImages: false });
});
