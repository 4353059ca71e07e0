"use client";

import { Direction } from "radix-ui";
import type { ReactNode } from "react";

/** Makes the arrow keys in menus and the side of popovers follow the direction of the language. */
export const DirectionProvider = ({
  direction,
  children,
}: {
  direction: "ltr" | "rtl";
  children: ReactNode;
}) => <Direction.Provider dir={direction}>{children}</Direction.Provider>;
