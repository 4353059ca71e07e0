"use client";

import { wokenPart } from "@/components/ui/woken-part";

/** For the few pages of a project without a lead: those of the others do not wait for its code, or fetch it. */
export const StartCardLater = wokenPart(() => import("./start-card").then((module) => module.StartCard));
