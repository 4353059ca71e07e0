"use client";

import { createElement, type ComponentType, useEffect, useState } from "react";
import { loadWhenIdle } from "./load-when-idle";

/**
 * A part of a page whose code comes when the page stands. Where it cannot be fetched the page stands without it, and it
 * is tried again: `dynamic` of Next would give the whole page, and what is written in its forms, for a missing part.
 */
export function laterPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = () => null,
): ComponentType<Props> {
  return function LaterPart(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(null);
    useEffect(() => loadWhenIdle(load, (loaded) => setPart(() => loaded)), []);
    return Part ? createElement(Part, props) : <Meanwhile />;
  };
}
