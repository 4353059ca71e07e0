"use client";

import { lazy, Suspense } from "react";

/**
 * Loaded when it is needed: a page with a shell has its own, and this one stands for the shell. Where it cannot be
 * loaded, the last page of all is shown, as for any fault of this one.
 */
const PageError = lazy(() =>
  import("@/components/shell/page-error").then((module) => ({ default: module.PageError })),
);

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function PageErrorBoundary({ error, reset }: ErrorProps) {
  return (
    <Suspense>
      <PageError digest={error.digest} retry={reset} />
    </Suspense>
  );
}
