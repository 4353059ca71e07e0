"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { laterPart } from "@/components/ui/later-part";
import type { TryItProps } from "./try-it";

// It brings the clocks of zones and every kind of notification: what is opened later is loaded later.
const TryIt = laterPart(() => import("./try-it").then((file) => file.TryIt), Working);

/** "When would this reach me?", opened by a button. */
export function TryItCard(props: TryItProps) {
  const id = useId();
  const t = useTranslations("notifications.explain.tryIt");
  const [open, setOpen] = useState(false);
  return (
    <Card aria-labelledby={id}>
      <CardHeader
        id={id}
        title={t("title")}
        description={t("description")}
        action={
          <Button
            aria-expanded={open}
            aria-controls={open ? `${id}-body` : undefined}
            aria-describedby={id}
            onClick={() => setOpen(!open)}
          >
            {t(open ? "close" : "open")}
          </Button>
        }
      />
      {open && (
        <div id={`${id}-body`} className="border-t border-line">
          <TryIt {...props} />
        </div>
      )}
    </Card>
  );
}

function Working() {
  const t = useTranslations("notifications.explain.tryIt");
  return (
    <p role="status" className="px-5 py-4 text-ink-soft">
      {t("loading")}
    </p>
  );
}
