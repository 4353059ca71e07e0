"use client";

import { useTranslations } from "next-intl";
import { ScaleControl } from "@/components/leads/scale-control";
import { statusIcons } from "@/components/leads/status-icons";
import { statuses, type Status } from "@/lib/vocabulary/statuses";

const chosen: Record<Status, string> = {
  open: "has-checked:bg-sunken has-checked:text-ink",
  qualified: "has-checked:bg-accent-soft has-checked:text-accent",
  won: "has-checked:bg-positive-soft has-checked:text-positive",
  lost: "has-checked:bg-sunken has-checked:text-ink",
};

type StatusControlProps = { status: Status; onChange: (status: Status) => void };

export function StatusControl({ status, onChange }: StatusControlProps) {
  const t = useTranslations("leads");
  const steps = statuses.map((value) => ({
    value,
    label: t(`status.${value}`),
    icon: statusIcons[value],
    chosen: chosen[value],
  }));
  return <ScaleControl label={t("fields.status")} value={status} steps={steps} onChange={onChange} />;
}
