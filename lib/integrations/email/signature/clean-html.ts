import sanitizeHtml, { type Attributes } from "sanitize-html";
import { safeStyle } from "./safe-style";

/** What a signature may be made of. Never svg, math, form controls, or what a parser reads in a way of its own. */
export const signatureTags = [
  ...["p", "br", "hr", "div", "span", "strong", "b", "em", "i", "u", "a", "img", "ul", "ol", "li"],
  ...["table", "thead", "tbody", "tr", "td", "th"],
];

/** Their content goes with them: it was never meant to be read. */
const withTheirContent = [
  ...[
    "script",
    "style",
    "textarea",
    "option",
    "noscript",
    "xmp",
    "title",
    "svg",
    "math",
    "iframe",
    "template",
  ],
];

const cells = ["width", "align", "valign", "colspan", "rowspan", "dir", "style"];

/**
 * What it is for: to be stored, to be sent, or to be shown on a page that loads nothing and leads nowhere, where the
 * words of an image stand in its place, and links have no address.
 */
export type Purpose = "stored" | "sent" | "shown";

/** HTML of a signature without what could run, load or hide something. */
export const cleanHtml = (html: string, purpose: Purpose): string =>
  purpose === "shown" ? withoutAddresses(cleaned(html, purpose)) : cleaned(html, purpose);

const cleaned = (html: string, purpose: Purpose): string =>
  sanitizeHtml(html, {
    allowedTags: signatureTags,
    allowedAttributes: {
      a: ["href", "rel", "style"],
      img: ["src", "alt", "width", "height", "style"],
      table: ["width", "cellpadding", "cellspacing", "border", "role", "align", "dir", "style"],
      td: cells,
      th: cells,
      tr: ["align", "valign"],
      div: ["dir", "align", "style"],
      span: ["style"],
      p: ["style"],
    },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["https"] },
    allowedSchemesAppliedToAttributes: ["href", "src"],
    allowProtocolRelative: false,
    nonTextTags: withTheirContent,
    parseStyleAttributes: false,
    nestingLimit: 40,
    transformTags: {
      "*": (tagName, given) => ({ tagName, attribs: withSafeStyle(given) }),
      a: (tagName, given) => ({ tagName, attribs: linkOf(given, purpose) }),
      img: (tagName, { src = "", ...rest }) => ({
        tagName,
        attribs: /^\s*https:/i.test(src) ? { src, ...rest } : rest,
      }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === "img" && !attribs.src,
  });

function withSafeStyle({ style, ...rest }: Attributes): Attributes {
  const safe = safeStyle(style ?? "");
  return safe === "" ? rest : { ...rest, style: safe };
}

/** Only what has a scheme leads somewhere in a mail. */
function linkOf({ href = "", style = "" }: Attributes, purpose: Purpose): Attributes {
  const isWhole = /^\s*(https?|mailto|tel):/i.test(href);
  if (!isWhole) return { style };
  return { href, style, ...(purpose === "sent" && { rel: "noopener noreferrer" }) };
}

/** What `cleaned` has written has every `>` of an attribute as an entity. */
const withoutAddresses = (html: string): string =>
  html
    .replace(/<a [^>]*>/g, "<a>")
    .replace(/<img [^>]*>/g, (image) => `<span>[${/ alt="([^"]+)"/.exec(image)?.[1] ?? "…"}]</span>`);
