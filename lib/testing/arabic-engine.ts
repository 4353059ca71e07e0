/**
 * Runs in a browser, too (as an init script), so it uses nothing from outside. Makes the engine write Arabic with Arabic
 * figures unless it is told otherwise, as engines with older or other locale data do (WebKit; ICU before 2023).
 */
export function writeArabicFigures() {
  const isUnsaid = (tag: unknown, options: unknown) =>
    /^ar\b/.test(String(tag)) &&
    !/-nu-/.test(String(tag)) &&
    !(typeof options === "object" && options !== null && "numberingSystem" in options);
  const withDefault = <Made extends object>(
    original: (new (tag?: string, options?: object) => Made) & { prototype: Made },
  ) =>
    new Proxy(original, {
      construct: (target, [tag, options]) =>
        new target(isUnsaid(tag, options) ? `${tag}-u-nu-arab` : tag, options),
    });
  const names = ["NumberFormat", "DateTimeFormat", "RelativeTimeFormat"] as const;
  for (const name of names) Reflect.set(Intl, name, withDefault(Intl[name]));
}
