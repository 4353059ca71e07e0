"use client";

import { createContext, useContext } from "react";

export type OpenDialog = "palette" | "shortcuts";

export const PaletteContext = createContext<((dialog: OpenDialog) => void) | null>(null);

/** Opens the palette or the list of shortcuts from any component. */
export function useOpenDialog() {
  const open = useContext(PaletteContext);
  if (!open) throw new Error("useOpenDialog is used outside PaletteProvider");
  return open;
}
