"use client";

import { laterPart } from "@/components/ui/later-part";

/** Stands at the end of its page: its code and its list come when the page stands. */
export const FollowedLater = laterPart(() => import("./followed-card").then((file) => file.FollowedCard));
