"use client";

import {
  createContext,
  startTransition,
  useContext,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useState,
  type ReactNode,
} from "react";
import { DirectionProvider } from "@/components/ui/direction-provider";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { laterPart } from "@/components/ui/later-part";
import { useLocale } from "@/components/ui/use-locale";
import { documentAttributes, shownDirection } from "@/lib/appearance/attributes";
import { readBrowserCookie, writeBrowserCookie } from "@/lib/appearance/browser-cookie";
import { emptyMirror, writeMirror, type Appearance, type Mirror } from "@/lib/appearance/mirror";
import type { Theme } from "@/lib/appearance/themes";
import type { Locale } from "@/lib/vocabulary/locales";
import { onReturn } from "@/lib/live/page-events";
import type { Result } from "@/lib/result";
import { sameJson } from "@/lib/settings/json";
import { mergeObject } from "@/lib/settings/patch";

/** The settings' declarations are needed only where the cookie says something new: a page of text goes without them. */
const loadMirroredValues = () => import("@/lib/appearance/mirrored-values");

const Toaster = laterPart(
  fetchedEarly(() => import("@/components/ui/toaster").then((module) => module.Toaster)),
);

type Carried = { mirror: Mirror; appearance: Appearance };
type Change = { theme?: Theme; language?: Locale };

type AppearanceContext = Carried & {
  /** The appearance before the person's settings changed it: all that a browser can propose to them. */
  brought: Appearance;
  /** A choice of theme or language by whoever is at this browser. */
  change: (change: Change) => void;
  /** Shows an appearance, and lets the browser's cookie carry its mirror. */
  present: (mirror: Mirror, appearance: Appearance) => void;
};

export const AppearanceContext = createContext<AppearanceContext | null>(null);

type AppearanceProviderProps = {
  /** The appearance from which the server rendered this page. */
  carried: Carried;
  /** The name of the appearance cookie. */
  cookie: string;
  renderAnew: () => Promise<Result<void>>;
  children: ReactNode;
};

/**
 * Holds the appearance of the page: theme, text size, language and formats. Attributes and formats change in the frame
 * of the choice; a new language comes with the page that the server renders anew.
 */
export function AppearanceProvider({
  carried: given,
  cookie,
  renderAnew,
  children,
}: AppearanceProviderProps) {
  const locale = useLocale();
  const [{ carried, brought }, carry] = useCarried(given, cookie);
  const { mirror, appearance } = carried;
  const look = appearance.interface_settings;
  useDocumentAttributes(look, locale);
  useLanguage(look.language, locale, renderAnew);

  const present: AppearanceContext["present"] = (person, wanted) => {
    const tell = () => carry({ mirror: person, appearance: wanted }, brought);
    // Where nothing changes that is seen, it can wait for a page whose code is still on its way.
    if (sameJson(wanted, appearance)) startTransition(tell);
    else tell();
  };
  function change(wanted: Change) {
    const values = mergeObject(mirror.values, { interface_settings: wanted });
    const changed = { ...appearance, interface_settings: { ...look, ...wanted } };
    carry({ mirror: { ...emptyMirror, values }, appearance: changed }, changed);
  }
  const direction = shownDirection(look, locale);
  return (
    <AppearanceContext value={{ mirror, appearance, brought, change, present }}>
      <DirectionProvider direction={direction}>
        {children}
        <Toaster direction={direction} />
      </DirectionProvider>
    </AppearanceContext>
  );
}

export function useAppearance(): AppearanceContext {
  const appearance = useContext(AppearanceContext);
  if (!appearance) throw new Error("useAppearance is used outside AppearanceProvider");
  return appearance;
}

/**
 * The appearance that the server rendered, until the person changes it here. Each new one from the server counts
 * again: signing in changes the cookie there. A page kept for use without a network was rendered for nobody, so it
 * reads the cookie itself.
 */
function useCarried(
  given: Carried,
  cookie: string,
): [{ carried: Carried; brought: Appearance }, (carried: Carried, brought: Appearance) => void] {
  const heard = writeMirror(given.mirror);
  const [own, setOwn] = useState<{ carried: Carried; brought: Appearance; heard: string } | null>(null);
  const { carried, brought } = own?.heard === heard ? own : { carried: given, brought: given.appearance };
  const { language } = given.appearance.interface_settings;
  const showCookie = useEffectEvent(async () => {
    const text = readBrowserCookie(cookie);
    if (text === null || text === heard) return;
    const { appearanceOf, readMirror } = await loadMirroredValues();
    const mirror = readMirror(text);
    if (writeMirror(mirror) === heard) return;
    const appearance = appearanceOf(mirror, language);
    startTransition(() => setOwn({ carried: { mirror, appearance }, brought: appearance, heard }));
  });
  // Without the code that reads the cookie, the page keeps the appearance it came with.
  useEffect(() => void showCookie().catch(() => undefined), [cookie, heard]);

  function carry(wanted: Carried, before: Appearance) {
    if (writeMirror(wanted.mirror) === writeMirror(carried.mirror)) return;
    writeBrowserCookie(cookie, wanted.mirror);
    setOwn({ carried: wanted, brought: before, heard });
  }
  return [{ carried, brought }, carry];
}

function useDocumentAttributes(look: Appearance["interface_settings"], locale: Locale) {
  useLayoutEffect(() => {
    for (const [name, value] of Object.entries(documentAttributes(look, locale))) {
      if (value === undefined) document.documentElement.removeAttribute(name);
      else document.documentElement.setAttribute(name, value);
    }
  }, [look, locale]);
}

/**
 * Asks the server for the page in the chosen language; where that fails, asks again when the network or the person is
 * back.
 */
function useLanguage(wanted: Locale, shown: Locale, renderAnew: () => Promise<unknown>) {
  useEffect(() => {
    if (wanted === shown) return;
    const ask = () => startTransition(() => void renderAnew().catch(() => null));
    ask();
    return onReturn(ask);
  }, [wanted, shown, renderAnew]);
}
