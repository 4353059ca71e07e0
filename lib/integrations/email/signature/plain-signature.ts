const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/**
 * The text of a signature's HTML, as `cleanHtml` writes it: a line for each block, an address of a link on a line of its
 * own where its words do not say it.
 */
export const plainSignature = (html: string): string =>
  html
    .replace(/<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)<\/a>/gs, (_whole, href: string, words: string) =>
      withAddress(words, href),
    )
    .replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, "$1")
    .replace(/<li\b[^>]*>/g, "\n• ")
    .replace(/<\/(td|th)>/g, " ")
    .replace(/<(br|hr)\b[^>]*>|<\/?(p|div|tr|table|ul|ol)\b[^>]*>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (whole, name: string) => signs[name] ?? whole)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** `mailto:` and `tel:` are of no use in a text beside what they lead to. */
function withAddress(words: string, href: string): string {
  const bare = href.replace(/^(mailto|tel):/i, "");
  return words.includes(bare) || words.includes(href) ? words : `${words}<br>${bare}<br>`;
}
