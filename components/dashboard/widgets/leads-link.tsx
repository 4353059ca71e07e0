import Link from "next/link";
import type { CSSProperties, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { writeFilter } from "@/lib/leads/filter";
import { paths } from "@/lib/paths";
import type { LeadsBehind } from "./figure-table";

type LeadsLinkProps = {
  projectId: string;
  leads: LeadsBehind | undefined;
  /** Where the link lies over a drawing: its name, which a pointer is told, too. Keys and screen readers have the table. */
  over?: string;
  /** Its name, where a number alone says too little. */
  label?: string;
  /** Underlined only under a pointer: it stands out by itself. */
  quiet?: boolean;
  className?: string;
  style?: CSSProperties;
  children?: ReactNode;
};

/** A figure that opens exactly the leads that it counts; of none it is the figure alone. */
export function LeadsLink({
  projectId,
  leads,
  over,
  label,
  quiet = false,
  className,
  style,
  children,
}: LeadsLinkProps) {
  if (!leads || leads.count === 0)
    return label ? <span aria-hidden="true">{children}</span> : (children ?? null);
  return (
    <Link
      href={paths.leads(projectId, undefined, undefined, writeFilter(leads))}
      prefetch={false}
      title={over}
      aria-label={label}
      tabIndex={over === undefined ? undefined : -1}
      style={style}
      className={cn(
        quiet && "hover:underline hover:decoration-1 hover:underline-offset-4",
        over === undefined &&
          !quiet &&
          "underline decoration-line-control decoration-dotted decoration-1 underline-offset-4 hover:decoration-solid",
        className,
      )}
    >
      {children}
    </Link>
  );
}
