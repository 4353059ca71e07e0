"use client";

import { usePathname, useRouter } from "next/navigation";
import { leaveBy } from "@/components/ui/leaving";
import { paths } from "@/lib/paths";
import { fieldId } from "@/lib/settings/form/field-id";
import type { SearchField } from "@/lib/settings/form/search";
import { markField } from "./mark-field";

/**
 * Leads to a field. On its own page nothing is left, so that what is unsaved there stays; a page of one project stays
 * that project's. From elsewhere it is a way out of the page, which may ask first.
 */
export function useFieldJump() {
  const router = useRouter();
  const pathname = usePathname();
  return ({ page, path }: Pick<SearchField, "page" | "path">) => {
    const address = paths.settings[page]();
    const id = fieldId(path);
    if (pathname !== address) return leaveBy(() => router.push(`${address}#${id}`));
    window.history.replaceState(null, "", `${pathname}${window.location.search}#${id}`);
    markField(id);
  };
}
