"use client";

import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { useFocusReturn } from "./use-focus-return";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  children?: ReactNode;
  /** Buttons, the safe one first: it gets the focus where no field stands above it. On a phone the buttons stack. */
  actions: ReactNode;
  /** Called when the dialog is closed and the focus is back. */
  onClosed?: () => void;
  /** For a form of several columns. */
  wide?: boolean;
};

/** A question that must be answered before going on. The focus stays in the dialog and then returns to where it was. */
export const Dialog = ({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  onClosed,
  wide = false,
}: DialogProps) => (
  <Radix.Root open={open} onOpenChange={onOpenChange}>
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-dialog grid place-items-end bg-overlay p-3 sm:place-items-center">
        <Radix.Content
          {...useFocusReturn(onClosed)}
          className={cn(
            "pop-in w-full rounded-lg border border-line-strong bg-raised p-5 shadow-pop outline-none",
            wide ? "max-w-2xl" : "max-w-md",
          )}
        >
          <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
          <Radix.Description className="mt-1.5 text-ink-soft">{description}</Radix.Description>
          {children}
          <div className="mt-5 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{actions}</div>
        </Radix.Content>
      </Radix.Overlay>
    </Radix.Portal>
  </Radix.Root>
);
