"use client";

import { Moon } from "lucide-react";
import { useAppBadge } from "./use-app-badge";
import { useArrivalMessages } from "./use-arrival-messages";
import { useQuiet } from "./use-quiet";

/** The crescent of quiet hours and pauses, with its words for those who do not see it. */
export function BellExtras({ descriptionId }: { descriptionId: string }) {
  const quiet = useQuiet();
  useArrivalMessages();
  useAppBadge();
  return (
    <>
      <span id={descriptionId} className="sr-only">
        {quiet?.words}
      </span>
      {quiet && (
        <span
          aria-hidden="true"
          data-testid="crescent"
          title={quiet.words}
          className="absolute -start-1.5 -bottom-1.5 flex size-4.5 items-center justify-center rounded-full border border-line bg-card text-accent"
        >
          <Moon className="size-3!" />
        </span>
      )}
    </>
  );
}
