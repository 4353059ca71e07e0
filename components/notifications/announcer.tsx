"use client";

import { laterPart } from "@/components/ui/later-part";

/** The words of every kind weigh more than the bell. */
const Arrival = laterPart(() => import("./arrival").then((module) => module.Arrival));

/** Announces new notifications to screen readers, politely. The region is there before anything is said in it. */
export const Announcer = () => (
  <div aria-live="polite" className="sr-only" data-testid="notification-announcer">
    <Arrival />
  </div>
);
