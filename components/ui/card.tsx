import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A surface with a hairline. Rows inside it are separated by hairlines of their own (`divide-y`). */
export const Card = ({ className, ...rest }: ComponentProps<"section">) => (
  <section className={cn("rounded-lg border border-line bg-card", className)} {...rest} />
);

type CardHeaderProps = { id?: string; title: ReactNode; description?: ReactNode; action?: ReactNode };

/** A heading and a sentence; `id` names the heading for the card's `aria-labelledby`. */
export const CardHeader = ({ id, title, description, action }: CardHeaderProps) => (
  <header className="flex items-start gap-4 px-5 pt-[calc(var(--row-y)+0.25rem)] pb-(--row-y)">
    <div className="min-w-0 grow">
      <h2 id={id} className="text-md font-semibold">
        {title}
      </h2>
      {description && <p className="mt-1 text-ink-soft">{description}</p>}
    </div>
    {action}
  </header>
);
