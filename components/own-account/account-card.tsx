"use client";

import { useId, type ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";

type AccountCardProps = {
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
};

/** A card of the page; its action stands below the words where a phone leaves no room beside them. */
export function AccountCard({ title, description, action, children }: AccountCardProps) {
  const id = useId();
  return (
    <Card aria-labelledby={id} className="divide-y divide-line">
      <div className="flex flex-wrap items-center justify-between gap-x-6 pe-5">
        <div className="min-w-0 grow basis-72">
          <CardHeader id={id} title={title} description={description} />
        </div>
        {action && <div className="ps-5 pb-(--row-y) sm:pt-(--row-y)">{action}</div>}
      </div>
      {children}
    </Card>
  );
}
