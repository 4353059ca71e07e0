"use client";

import { lazy, Suspense } from "react";
import { fetchedEarly } from "@/components/ui/fetched-early";

const PageError = lazy(
  fetchedEarly(() => import("./page-error").then((module) => ({ default: module.PageError }))),
);

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

/**
 * The page that stands for one that a bug broke. No page waits for its code, which is fetched while nothing is broken
 * yet. Where it could not be fetched, the last page of all is shown, as for any fault of this one.
 */
export const LatePageError = ({ error, reset }: ErrorProps) => (
  <Suspense>
    <PageError digest={error.digest} retry={reset} />
  </Suspense>
);
