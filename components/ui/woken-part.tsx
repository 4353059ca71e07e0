"use client";

import {
  createElement,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from "react";
import { atOnce, loadWhenIdle } from "./load-when-idle";

type Frame = { className?: string; fallback: ReactNode };

const never = () => () => undefined;

/** The value with which the server drew the page; null on a page that the router opens. */
function useDrawn<T>(value: T): T | null {
  const isDrawn = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  return useState(isDrawn ? value : null)[0];
}

/**
 * A part that the server draws with the page, and whose code comes after the page's. Until then the drawing stands: its
 * links work, and presses of its buttons wait (docs/decisions/140). `fallback` stands on a page that the router opens.
 * `load`: asked where the part is drawn; `fetchedEarly` asks for it before.
 */
export function wokenPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Frame & { of: Props }> {
  let coming: Promise<ComponentType<Props>> | null = null;
  function arrival(): Promise<ComponentType<Props>> {
    if (coming) return coming;
    const promise = new Promise<ComponentType<Props>>((resolve) => {
      loadWhenIdle(load, resolve, atOnce);
    });
    void promise.then((value) => {
      // React reads these of a promise, and then need not wait for it even once.
      Object.assign(promise, { status: "fulfilled", value });
    });
    return (coming = promise);
  }
  // A server has it before the first page is asked for: its drawing would come in pieces.
  if (typeof window === "undefined") void arrival();
  function Inside({ of, onWake }: { of: Props; onWake: () => void }) {
    const Part = use(arrival());
    useEffect(onWake, [onWake]);
    return createElement(Part, of);
  }

  return function WokenPart({ className, fallback, of }) {
    const box = useRef<HTMLDivElement>(null);
    const [isAwake, setAwake] = useState(false);
    const latest = useMemo(() => ({ of, fallback }), [of, fallback]);
    // React would throw the drawing away if something about it changed before its code is here.
    const drawn = useDrawn(latest);
    const given = drawn && !isAwake ? drawn : latest;
    const onWake = useCallback(() => {
      box.current?.dispatchEvent(new Event("page-listens", { bubbles: true }));
      setAwake(true);
    }, []);
    const inside = useMemo(
      () => (
        <Suspense fallback={given.fallback}>
          <Inside of={given.of} onWake={onWake} />
        </Suspense>
      ),
      [given, onWake],
    );
    return (
      <div ref={box} className={className} data-asleep={isAwake ? undefined : ""}>
        {inside}
      </div>
    );
  };
}
