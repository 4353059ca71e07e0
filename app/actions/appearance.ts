"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { publicAction } from "@/lib/action";
import { ok } from "@/lib/result";

/**
 * The page again, in the language its browser carries by now. An action and not a navigation: where the server cannot
 * be reached, the open page stays.
 */
export async function renderAnew() {
  return publicAction(z.void(), async () => ok(refresh()))(undefined);
}
