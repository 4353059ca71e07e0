"use client";

import { useId } from "react";
import { PopoverContent } from "@/components/ui/popover";
import type { Popup } from "@/components/ui/use-popup";
import { NotificationPanel } from "./notification-panel";

/** The panel itself takes the focus, so that its heading is read before its first button. */
function focusPanel(event: Event) {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

/** The list behind the bell. */
export function BellPanel({ popup }: { popup: Popup }) {
  const titleId = useId();
  return (
    <PopoverContent
      popup={popup}
      align="end"
      aria-labelledby={titleId}
      onOpenAutoFocus={focusPanel}
      className="flex max-h-[min(40rem,var(--radix-popover-content-available-height))] w-[calc(100vw-1.5rem)] flex-col sm:w-104"
    >
      <NotificationPanel titleId={titleId} onLeave={() => popup.onOpenChange(false)} />
    </PopoverContent>
  );
}
