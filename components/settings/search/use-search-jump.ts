"use client";

import { usePathname, useRouter } from "next/navigation";
import { leaveBy } from "@/components/ui/leaving";
import { settingsPages } from "@/lib/pages";
import { fieldId } from "@/lib/settings/form/field-id";
import type { SearchTarget } from "@/lib/settings/form/search";
import { markField } from "./mark-field";

/**
 * Opens a field or a page. On the open page nothing is left, so unsaved edits stay, and the project in the address
 * stays. From another page it leaves that page, which may ask first.
 */
export function useSearchJump() {
  const router = useRouter();
  const pathname = usePathname();
  return ({ page, path }: SearchTarget) => {
    const { address } = settingsPages[page];
    if (path === null) {
      if (pathname !== address) leaveBy(() => router.push(address));
      return;
    }
    const id = fieldId(path);
    if (pathname !== address) return leaveBy(() => router.push(`${address}#${id}`));
    window.history.replaceState(null, "", `${pathname}${window.location.search}#${id}`);
    markField(id);
  };
}
