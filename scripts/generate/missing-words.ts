import type { Kind } from "@/lib/notifications/kinds";
import { isField, type Field } from "@/lib/settings/fields";
import type { Json } from "@/lib/settings/json";
import { valueAt } from "@/lib/settings/patch";
import { leaves, type Section } from "@/lib/settings/sections";
import { widgets } from "@/lib/settings/widgets";

/** The keys of the words that these declarations need and a language lacks. */
export const missingWords = (
  sections: readonly Section[],
  kinds: ReadonlyMap<string, Kind>,
  messages: Json,
): string[] =>
  [
    ...sections.flatMap(settingKeys),
    ...[...kinds].flatMap(kindKeys),
    ...widgets.map((widget) => `dashboard.empty.${widget}`),
  ].filter((key) => typeof valueAt(messages, key) !== "string");

const settingKeys = (section: Section) => [
  ...[...leaves(section).values()].flatMap(fieldKeys),
  ...Object.entries(section.columns).flatMap(([key, node]) =>
    isField(node) ? [] : [`settings.groups.${key}.title`],
  ),
];

const fieldKeys = ({ titleKey, control }: Field) => [
  `settings.fields.${titleKey}.title`,
  `settings.fields.${titleKey}.help`,
  ...(control.kind === "choice"
    ? control.options.map((option) => `settings.fields.${control.optionsKey ?? titleKey}.options.${option}`)
    : []),
  ...(control.kind === "text" && control.problem !== undefined
    ? [`settings.form.problems.${control.problem}`]
    : []),
];

function kindKeys([name, { tell, sample }]: [string, Kind]): string[] {
  const told = tell(sample);
  if (!told) throw new Error(`The kind ${name} does not know its own sample (lib/notifications/kinds.ts)`);
  const { title, line } = told;
  return [
    `notifications.kinds.${title.key}`,
    `notifications.kinds.${line.key}`,
    ...Object.values(line.words).map((word) => `notifications.words.${word}`),
  ];
}
