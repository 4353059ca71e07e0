"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { publicAction } from "@/lib/action";
import { ok } from "@/lib/result";

/**
 * Renders the page anew in the language of the browser's cookie. An action, not a navigation: the open page stays if
 * the server cannot be reached.
 */
export async function renderAnew() {
  return publicAction(z.void(), async () => ok(refresh()))(undefined);
}
