"use server";

import { publicAction } from "@/lib/action";
import { ok } from "@/lib/result";
import { nothing } from "@/lib/schema";

/**
 * Renders the page anew in the language of the browser's cookie. An action, not a navigation: the open page stays if
 * the server cannot be reached.
 */
export async function renderAnew() {
  return publicAction(nothing(), async () => ok((await import("next/cache")).refresh()))(undefined);
}
