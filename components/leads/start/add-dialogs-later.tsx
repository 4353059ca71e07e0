"use client";

import { fetchedEarly } from "@/components/ui/fetched-early";
import { laterPart } from "@/components/ui/later-part";

/** Forms, and what reads a file of leads, weigh more than the pages that offer them. */
export const AddDialogs = laterPart(
  fetchedEarly(() => import("./add-dialogs").then((module) => module.AddDialogs)),
);
