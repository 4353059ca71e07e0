import type { TemplateAnswer } from "./answers";

/** What stands for a value in a text: {{1}} or {{first_name}}. */
const placeholder = /\{\{\s*(\w+)\s*\}\}/g;

/** The names or positions of the values of a text, each once, in the order of positions or of the text. */
export function parametersOf(text: string): string[] {
  const names = [...text.matchAll(placeholder)].map(([, name = ""]) => name);
  const unique = [...new Set(names)];
  return unique.every((name) => /^\d+$/.test(name)) ? unique.sort((a, b) => Number(a) - Number(b)) : unique;
}

/**
 * A template as it is kept. `simple`: nothing but its body takes values, so that we can fill it: a header of a picture or
 * of a text with values, and buttons with them, need more than a name.
 */
export function keptTemplate({ components, parameter_format, ...template }: TemplateAnswer) {
  const body = components.find(({ type }) => type === "BODY")?.text.slice(0, 4_096) ?? "";
  const isPlain = ({ type, format, text, buttons }: TemplateAnswer["components"][number]) =>
    type === "BODY" ||
    ((format === undefined || format === "TEXT") &&
      parametersOf(text).length === 0 &&
      buttons.every(({ type: kind, url = "" }) => kind !== "COPY_CODE" && parametersOf(url).length === 0));
  return {
    name: template.name,
    language: template.language,
    status: template.status.slice(0, 40),
    category: template.category.slice(0, 40),
    body,
    parameters: parametersOf(body).slice(0, 100),
    named: parameter_format === "NAMED",
    simple: components.every(isPlain),
  };
}

export type KeptTemplate = ReturnType<typeof keptTemplate>;
