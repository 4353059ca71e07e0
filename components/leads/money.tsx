"use client";

import { useFormats } from "@/components/ui/use-formats";

/** A sum in the reader's currency; isolated, because its sign may stand on either side. */
export function Money({ sum }: { sum: number }) {
  return <bdi className="tabular-nums">{useFormats().money(sum)}</bdi>;
}
