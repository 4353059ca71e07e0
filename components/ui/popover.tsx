"use client";

import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;
export const PopoverClose = Radix.Close;

/** A panel that floats by its trigger. Give it an `aria-label` or `aria-labelledby`. */
export const PopoverContent = ({ className, ...rest }: ComponentProps<typeof Radix.Content>) => (
  <Radix.Portal>
    <Radix.Content
      sideOffset={8}
      collisionPadding={12}
      className={cn(
        "pop-in z-pop max-w-[calc(100vw-1.5rem)] overflow-hidden rounded-lg border border-line-strong bg-raised shadow-pop outline-none",
        className,
      )}
      {...rest}
    />
  </Radix.Portal>
);
