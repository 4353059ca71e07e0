import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  /** `h1` where it stands for the whole page. */
  titleAs?: "p" | "h1";
  children?: ReactNode;
  action?: ReactNode;
};

/** Says why there is nothing, and what to do about it. */
export const EmptyState = ({ icon, title, titleAs: Title = "p", children, action }: EmptyStateProps) => (
  <div className="flex flex-col items-center gap-1 px-6 py-10 text-center">
    {icon && (
      <span
        aria-hidden="true"
        className="mb-2 flex size-10 items-center justify-center rounded bg-sunken text-ink-soft [&_svg]:size-5"
      >
        {icon}
      </span>
    )}
    <Title className="font-semibold">{title}</Title>
    {children && <div className="max-w-sm text-ink-soft">{children}</div>}
    {action && <div className="mt-4">{action}</div>}
  </div>
);
