"use client";

import { Direction } from "radix-ui";
import type { ReactNode } from "react";

/** Arrow keys in menus and the side a popover opens on follow the language. */
export const DirectionProvider = ({
  direction,
  children,
}: {
  direction: "ltr" | "rtl";
  children: ReactNode;
}) => <Direction.Provider dir={direction}>{children}</Direction.Provider>;
