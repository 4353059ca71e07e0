"use client";

import { Check, ChevronRight } from "lucide-react";
import { Menu as Radix } from "radix-ui/internal";
import { useState, type ComponentProps, type ReactNode } from "react";
import { cn } from "./cn";
import type { Popup } from "./use-popup";
import { usePopupFocus } from "./use-popup-focus";

export const MenuRadioGroup = Radix.RadioGroup;

const row =
  "relative flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-base outline-none select-none " +
  "data-highlighted:bg-sunken data-disabled:opacity-50 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-soft";

type MenuContentProps = ComponentProps<typeof Radix.Content> & {
  popup: Popup;
  /** Before the focus goes back to the button; `preventDefault` keeps it from going there. */
  onCloseAutoFocus?: (event: Event) => void;
};

/** Not modal: the page behind stays readable to assistive technology, and does not jump when its scrollbar goes. */
export function MenuContent({ popup, className, onCloseAutoFocus, ...rest }: MenuContentProps) {
  const focus = usePopupFocus(popup);
  const close = (event: Event) => {
    onCloseAutoFocus?.(event);
    focus.onCloseAutoFocus(event);
  };
  return (
    <Radix.Root modal={false} open={popup.open} onOpenChange={popup.onOpenChange}>
      <Radix.Anchor virtualRef={popup.button} />
      <Radix.Portal>
        <Radix.Content
          id={popup.id}
          // A menu that is taller than its window is scrolled by keys, too.
          tabIndex={0}
          aria-labelledby={`${popup.id}-button`}
          sideOffset={6}
          collisionPadding={12}
          onInteractOutside={focus.onInteractOutside}
          onCloseAutoFocus={close}
          className={cn(
            "pop-in z-pop max-h-(--radix-popper-available-height) min-w-56 overflow-y-auto rounded border border-line-strong bg-raised p-1 shadow-pop",
            className,
          )}
          {...rest}
        />
      </Radix.Portal>
    </Radix.Root>
  );
}

export const MenuItem = ({ className, ...rest }: ComponentProps<typeof Radix.Item>) => (
  <Radix.Item className={cn(row, className)} {...rest} />
);

/** One option of several; the chosen one has a check at its end. */
export const MenuRadioItem = ({ className, children, ...rest }: ComponentProps<typeof Radix.RadioItem>) => (
  <Radix.RadioItem className={cn(row, "pe-9", className)} {...rest}>
    {children}
    <Radix.ItemIndicator className="absolute end-2.5">
      <Check className="text-accent!" aria-hidden="true" />
    </Radix.ItemIndicator>
  </Radix.RadioItem>
);

export const MenuLabel = ({ className, ...rest }: ComponentProps<typeof Radix.Label>) => (
  <Radix.Label className={cn("px-2.5 pt-2 pb-1 text-xs font-medium text-ink-faint", className)} {...rest} />
);

export const MenuSeparator = () => <Radix.Separator className="-mx-1 my-1 border-t border-line" />;

/** What opens beside an entry of a menu. */
export function MenuSub({ label, children }: { label: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Radix.Sub open={open} onOpenChange={setOpen}>
      <Radix.SubTrigger className={cn(row, "pe-9")}>
        {label}
        <ChevronRight aria-hidden="true" className="absolute end-2.5 rtl:-scale-x-100" />
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent
          collisionPadding={12}
          className="pop-in z-pop max-h-(--radix-popper-available-height) min-w-48 overflow-y-auto rounded border border-line-strong bg-raised p-1 shadow-pop"
        >
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}
