import { describe, expect, it } from "vitest";
import { defaults } from "@/lib/settings/sections";
import { preferences } from "@/lib/settings/preferences";
import { parse, resolve } from "@/lib/settings/resolve";
import { emptyMirror, withoutPerson, writeMirror, type Mirror } from "./mirror";
import { appearanceOf, mirrorAtSignIn, mirroredValues, readMirror, shownAppearance } from "./mirrored-values";

const look = (given: object) => ({ interface_settings: { ...given } });
const ann = (values: Mirror["values"], met = true): Mirror => ({ of: "ann", met, keptZone: null, values });
const own = (overrides: Parameters<typeof parse>[1]) =>
  resolve(preferences, [{ name: "user", overrides, version: 1 }]);

describe("the mirror", () => {
  it("is read from the cookie as it was written", () => {
    const mirror = { ...ann(look({ theme: "dark", language: "he" })), keptZone: "Europe/Berlin" };
    expect(readMirror(writeMirror(mirror))).toEqual(mirror);
  });

  it.each([undefined, "", "null", "[]", "../../x", '{"values":3,"of":{},"met":"yes"}'])(
    "is empty if the cookie is nonsense: %s",
    (text) => expect(readMirror(text)).toEqual(emptyMirror),
  );

  it("keeps valid values beside invalid ones, and only values that pages show", () => {
    const values = {
      interface_settings: { theme: "pink", density: "compact" },
      feature_preferences: { debugMode: true },
      data_preferences: { timezone: "+02:00" },
    };
    expect(readMirror(JSON.stringify({ values })).values).toEqual(look({ density: "compact" }));
  });

  it("is small: it holds the language and values that differ from the default", () => {
    expect(mirroredValues(defaults(preferences))).toEqual(look({ language: "en" }));
    const chosen = parse(preferences, { ...look({ theme: "dark" }), data_preferences: { currency: "ILS" } });
    expect(mirroredValues(chosen)).toEqual({
      ...look({ theme: "dark", language: "en" }),
      data_preferences: { currency: "ILS" },
    });
  });

  it("leaves the language to the browser until the person chooses one", () => {
    expect(appearanceOf(emptyMirror, "he").interface_settings.language).toBe("he");
    expect(appearanceOf(ann(look({ language: "en" })), "he").interface_settings.language).toBe("en");
  });
});

describe("the appearance of a person's page", () => {
  const carried = appearanceOf(ann(look({ theme: "dark", language: "ar" })), "en");

  it("is that of the person's row as soon as the row is known, defaults included", () => {
    const { theme, language } = shownAppearance(own({}), true, carried).interface_settings;
    expect([theme, language]).toEqual(["system", "en"]);
  });

  it("is that of the mirror until then, with the person's latest choices on top", () => {
    const view = own(look({ density: "compact" }));
    const { theme, language, density } = shownAppearance(view, false, carried).interface_settings;
    expect([theme, language, density]).toEqual(["dark", "ar", "compact"]);
  });
});

describe("signing in and out", () => {
  const here = { ...emptyMirror, values: look({ theme: "dark", language: "he" }) };

  it("takes the account's own values, and choices made in this browser where the account has none", () => {
    const { of, met, values } = mirrorAtSignIn(here, "ann", look({ language: "ar" }));
    expect({ of, met, values }).toEqual({
      of: "ann",
      met: false,
      values: look({ theme: "dark", language: "ar" }),
    });
  });

  it("takes nothing from the person who used the browser before", () => {
    const left = withoutPerson({ ...ann(look({ theme: "dark" })), keptZone: "UTC" });
    expect(mirrorAtSignIn(left, "bob", {})).toEqual({ of: "bob", met: false, keptZone: null, values: {} });
  });

  it("keeps the browser's look, without the person's zone, currency and formats", () => {
    const values = { ...look({ theme: "dark" }), data_preferences: { timezone: "Asia/Jerusalem" } };
    expect(withoutPerson(ann(values)).values).toEqual(look({ theme: "dark" }));
  });
});
