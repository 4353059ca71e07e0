/** The id under which a field stands in its page, whoever draws it; `#<id>` in an address leads there. */
export const fieldId = (path: string): string => path.replaceAll(".", "-");
