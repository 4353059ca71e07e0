import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { classNamesIn, unknownClasses } from "./class-names";

const unknownIn = async (code: string) => unknownClasses(classNamesIn(code));

it("every class name in the product has a rule: a colour that the theme has not would draw nothing", async () => {
  const files = ["app", "components"].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test/.test(file))
      .map((file) => `${top}/${file}`),
  );
  const used = new Map<string, string>();
  for (const file of files)
    for (const name of classNamesIn(readFileSync(file, "utf8"), file)) used.set(name, file);
  expect(used.size).toBeGreaterThan(300);
  const unknown = await unknownClasses([...used.keys()]);
  expect(unknown.map((name) => `${used.get(name)}: ${name} is no class`)).toEqual([]);
});

it.each([
  ['<p className="p-2 bg-papr" />', "bg-papr"],
  ['<p className={cn("p-2", open && "hover:text-inky")} />', "hover:text-inky"],
  ['const inks = { cold: "text-heat-frosty" };', "text-heat-frosty"],
  ["const look = `p-2 border-acent ${more}`;", "border-acent"],
  ['<Field labelClassName="flexx" />', "flexx"],
  ['<p className="text-red-500" />', "text-red-500"],
])("%s: %s is refused", async (code, name) => {
  expect(await unknownIn(code)).toEqual([name]);
});

it.each([
  '<p className="group/card tap pop-in size-4.5 bg-card/60 *:[[cmdk]]:px-2.5 w-(--x) max-md:bottom-[calc(1rem+var(--y))]" />',
  "<p className={`text-${size} p-2`} />",
  '<p className={tone === "papery" ? "bg-card" : "bg-paper"} />',
  'const words = "text and borders to say";',
])("%s: nothing is refused", async (code) => {
  expect(await unknownIn(code)).toEqual([]);
});
