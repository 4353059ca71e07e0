"use client";

import { CircleAlert } from "lucide-react";

/** A problem of two hours that are each possible, but not together. */
export function HoursProblem({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} role="alert" className="flex gap-1.5 text-sm text-danger">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      {text}
    </p>
  );
}
