/** JSON to be read in a diff: what fits into `width` stays on one line, so that a leaf is one line. */
export function jsonText(value: unknown, width: number, indent = ""): string {
  const oneLine = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, " ");
  if (indent.length + oneLine.length <= width || typeof value !== "object" || value === null) return oneLine;
  const deeper = `${indent}  `;
  const lines = Object.entries(value).map(
    ([key, inner]) => `${deeper}${JSON.stringify(key)}: ${jsonText(inner, width, deeper)}`,
  );
  return `{\n${lines.join(",\n")}\n${indent}}`;
}
