"use client";

import { createContext } from "react";
import type { FormatPreferences } from "@/lib/time/formats";
import { utc, type Zone } from "@/lib/time/zone";

/** What holds where nobody has said how they want it: the way of the language, in UTC. */
const unsaid: FormatPreferences = {
  dateFormat: "auto",
  timeFormat: "auto",
  firstDayOfWeek: "auto",
  currency: "USD",
  numberFormat: "auto",
};

/** The server fills it from what the browser carries, so that its text is the text of the first paint here. */
export const FormatsContext = createContext<{ preferences: FormatPreferences; zone: Zone }>({
  preferences: unsaid,
  zone: utc,
});
