import type { ReactNode } from "react";

type PageHeaderProps = { title: ReactNode; description?: ReactNode; actions?: ReactNode };

/** The one h1 of a page, a sentence, and what can be done with the page as a whole. */
export const PageHeader = ({ title, description, actions }: PageHeaderProps) => (
  <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
    <div className="min-w-0">
      <h1 className="wrap-anywhere text-2xl font-semibold">
        <bdi>{title}</bdi>
      </h1>
      {description && <p className="mt-1 max-w-prose text-md text-ink-soft">{description}</p>}
    </div>
    {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
  </div>
);
