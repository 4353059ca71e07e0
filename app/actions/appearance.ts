"use server";

import { z } from "zod";
import { publicAction } from "@/lib/action";
import { writeAppearance } from "@/lib/appearance/cookies";
import { themes } from "@/lib/appearance/themes";
import { locales } from "@/lib/i18n/locales";
import { ok } from "@/lib/result";

const appearance = z.strictObject({ theme: z.enum(themes).optional(), locale: z.enum(locales).optional() });

/** Theme and language of this browser, signed in or not. Next renders the page anew with them. */
export async function changeAppearance(input: unknown) {
  return publicAction(appearance, async (change) => ok(await writeAppearance(change)))(input);
}
