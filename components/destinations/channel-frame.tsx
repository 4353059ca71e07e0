"use client";

import { useId, type ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";

type ChannelFrameProps = { channel: string; title: string; description: string; children: ReactNode };

/** A card of one channel; `#<channel>` in an address leads to it. */
export function ChannelFrame({ channel, title, description, children }: ChannelFrameProps) {
  const id = useId();
  return (
    <Card id={channel} aria-labelledby={id} className="scroll-mt-20 divide-y divide-line">
      <CardHeader id={id} title={title} description={description} />
      {children}
    </Card>
  );
}
