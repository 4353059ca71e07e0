"use client";

import { PageError } from "@/components/shell/page-error";

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function PageErrorBoundary({ error, reset }: ErrorProps) {
  return <PageError digest={error.digest} retry={reset} />;
}
