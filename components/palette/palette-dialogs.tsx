"use client";

import type { LeadActions } from "@/components/leads/use-judgement";
import { Palette } from "./palette";
import type { OpenDialog } from "./palette-context";
import { ShortcutsDialog } from "./shortcuts-dialog";

type PaletteDialogsProps = {
  open: OpenDialog | null;
  onOpenChange: (dialog: OpenDialog | null) => void;
  query: string;
  onQuery: (query: string) => void;
  leads: LeadActions;
};

/** The palette and the list of shortcuts: one chunk, fetched at the first use. */
export const PaletteDialogs = ({ open, onOpenChange, ...palette }: PaletteDialogsProps) => (
  <>
    <Palette
      open={open === "palette"}
      onOpenChange={(wanted) => onOpenChange(wanted ? "palette" : null)}
      {...palette}
    />
    <ShortcutsDialog
      open={open === "shortcuts"}
      onOpenChange={(wanted) => onOpenChange(wanted ? "shortcuts" : null)}
    />
  </>
);
