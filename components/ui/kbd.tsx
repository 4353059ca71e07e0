import { cn } from "./cn";

/** A key as it is printed on the keyboard; always written from left to right. */
export const Kbd = ({ children, className }: { children: string; className?: string }) => (
  <kbd
    dir="ltr"
    className={cn(
      "inline-flex h-5 min-w-5 items-center justify-center rounded-xs border border-line-strong bg-paper px-1.5 font-sans text-xs font-medium text-ink-soft",
      className,
    )}
  >
    {children}
  </kbd>
);
