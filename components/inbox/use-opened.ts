"use client";

import { useEffect } from "react";
import { markField } from "@/components/settings/search/mark-field";
import { rowId } from "./inbox-item";

/** Scrolls to the row that the address leads to, focuses it and marks it for a moment, once the list is there. */
export function useOpened(id: string | undefined, isThere: boolean) {
  useEffect(() => (id && isThere ? markField(rowId(id)) : undefined), [id, isThere]);
}
