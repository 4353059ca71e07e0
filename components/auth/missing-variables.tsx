import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** Lists the missing variables with what each is for, and says what to do. */
export function MissingVariables({ names }: { names: readonly string[] }) {
  const t = useTranslations("setup");
  const code = (chunks: ReactNode) => (
    <code dir="ltr" className="rounded-xs bg-sunken px-1 py-0.5 font-mono text-sm">
      {chunks}
    </code>
  );
  return (
    <div className="grid gap-6">
      <Card className="divide-y divide-line">
        {names.map((name) => (
          <div key={name} className="grid gap-1 px-4 py-3">
            <code dir="ltr" className="font-mono text-sm font-semibold break-all rtl:text-end">
              {name}
            </code>
            {t.has(`variables.${name}`) && <p className="text-ink-soft">{t(`variables.${name}`)}</p>}
          </div>
        ))}
      </Card>
      <ol className="grid list-decimal gap-2 ps-5 text-ink-soft marker:font-semibold marker:text-ink">
        {(["find", "write", "restart"] as const).map((step) => (
          <li key={step}>{t.rich(`steps.${step}`, { code })}</li>
        ))}
      </ol>
      <p className="text-ink-soft">{t.rich("demo", { code })}</p>
    </div>
  );
}
