"use client";

import { createElement, type ComponentType, useEffect, useState } from "react";
import { loadWhenIdle } from "./load-when-idle";

/**
 * Loads the code of a part of the page after the page itself. Where the code cannot be fetched, the page stands
 * without the part and tries again: `dynamic` of Next would replace the whole page, and what is written in its forms,
 * by an error.
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
