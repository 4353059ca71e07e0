const lineWidth = 90;

/** JSON to be read in a diff: what fits stays on one line, so that a value of several parts is one line; so does a list. */
export function jsonText(value: unknown, indent = ""): string {
  const oneLine = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, " ");
  if (indent.length + oneLine.length <= lineWidth || typeof value !== "object" || value === null)
    return oneLine;
  if (Array.isArray(value)) return oneLine;
  const deeper = `${indent}  `;
  const lines = Object.entries(value).map(
    ([key, inner]) => `${deeper}${JSON.stringify(key)}: ${jsonText(inner, deeper)}`,
  );
  return `{\n${lines.join(",\n")}\n${indent}}`;
}
