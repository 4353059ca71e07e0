"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { categories } from "@/lib/vocabulary/categories";
import { CategoryRow } from "./matrix-category";
import { MatrixHead } from "./matrix-head";
import { MatrixLegend } from "./matrix-legend";
import type { MatrixProps } from "./matrix-model";
import { EverythingRow } from "./matrix-rows";
import { walkMatrix } from "./walk-matrix";

/**
 * The matrix of what may notify a person, and where: a row for each category, a column for each channel. On a narrow
 * page each row is a card with a labelled switch for every channel.
 */
export function MatrixCard(props: MatrixProps) {
  const id = useId();
  const t = useTranslations("settings.notifications.matrix");
  return (
    <Card aria-labelledby={id} className="@container">
      <CardHeader id={id} title={t("title")} description={t("description")} />
      <div className="overflow-x-auto">
        <table
          onKeyDown={walkMatrix}
          className="block w-full border-collapse @min-[42rem]:table @min-[42rem]:table-fixed @min-[42rem]:min-w-[38rem]"
        >
          <caption className="sr-only">{t("caption")}</caption>
          <MatrixHead destinations={props.destinations} />
          <tbody className="block @min-[42rem]:table-row-group">
            <EverythingRow {...props} />
            {categories.map((category) => (
              <CategoryRow key={category} category={category} {...props} />
            ))}
          </tbody>
        </table>
      </div>
      <MatrixLegend provenance={props.provenance} destinations={props.destinations} />
    </Card>
  );
}
