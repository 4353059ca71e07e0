export const markup = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text of an XML part of a workbook. Characters that XML has no way to write are left out, halves of a pair among them. An
 * underscore that spreadsheets would read as the beginning of an escaped character (`_x000D_`) is escaped itself.
 */
export const escapeXml = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/[&<>"]/g, (character) => entities[character] ?? "");
