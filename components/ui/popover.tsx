"use client";

import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import type { Popup } from "./use-popup";
import { usePopupFocus } from "./use-popup-focus";

/** The look alone, for a panel that has no button. */
export const panelClass =
  "pop-in z-pop max-w-[calc(100vw-1.5rem)] overflow-hidden rounded-lg border border-line-strong bg-raised shadow-pop outline-none";

type PopoverContentProps = ComponentProps<typeof Radix.Content> & { popup: Popup };

/** A panel that floats by its button. Give it an `aria-label` or `aria-labelledby`. */
export const PopoverContent = ({ popup, className, ...rest }: PopoverContentProps) => (
  <Radix.Root open={popup.open} onOpenChange={popup.onOpenChange}>
    <Radix.Anchor virtualRef={popup.button} />
    <Radix.Portal>
      <Radix.Content
        id={popup.id}
        sideOffset={8}
        collisionPadding={12}
        {...usePopupFocus(popup)}
        className={cn(panelClass, className)}
        {...rest}
      />
    </Radix.Portal>
  </Radix.Root>
);
