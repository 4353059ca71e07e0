import Link from "next/link";
import { useTranslations } from "next-intl";
import { heatIcons } from "@/components/vocabulary/heat-mark";
import { cn } from "@/components/ui/cn";
import { heats, type Heat } from "@/lib/vocabulary/heat";
import { writeFilter, type LeadFilter } from "@/lib/leads/filter";
import { paths } from "@/lib/paths";

type HeatFilterProps = { projectId: string; heat: Heat | null; filter: LeadFilter | null };

/** A filter made of links, so that a filtered list has an address that can be kept and sent. */
export function HeatFilter({ projectId, heat, filter }: HeatFilterProps) {
  const t = useTranslations("leads");
  const words = useTranslations("heat");
  return (
    <nav aria-label={t("filter")} className="-mx-4 overflow-x-auto px-4 py-1 md:mx-0 md:px-1">
      <ul className="flex gap-1.5">
        {[null, ...heats].map((one) => {
          const Icon = one && heatIcons[one];
          return (
            <li key={one ?? "all"}>
              <Link
                href={paths.leads(
                  projectId,
                  one ?? undefined,
                  undefined,
                  filter ? writeFilter(filter) : undefined,
                )}
                aria-current={one === heat ? "true" : undefined}
                className={cn(
                  "tap inline-flex h-8 items-center gap-1.5 rounded-full border px-3 font-medium whitespace-nowrap transition-colors",
                  one === heat
                    ? "border-ink bg-ink text-paper"
                    : "border-line-strong bg-card text-ink-soft hover:bg-sunken hover:text-ink",
                )}
              >
                {Icon && <Icon aria-hidden="true" className="size-4" />}
                {one ? words(one) : t("all")}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
