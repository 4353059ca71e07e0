"use client";

import { ThemeItems } from "@/components/appearance/theme-items";
import { MenuContent } from "@/components/ui/menu";
import type { Popup } from "@/components/ui/use-popup";

export const ThemeMenu = ({ popup }: { popup: Popup }) => (
  <MenuContent popup={popup} align="end">
    <ThemeItems />
  </MenuContent>
);
