import { CircleCheck, Compass, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";
import { AppearanceBar } from "./appearance-bar";
import { Specimen } from "./specimen";

const promises = [
  { key: "kept", icon: CircleCheck },
  { key: "quiet", icon: ShieldCheck },
  { key: "why", icon: Compass },
] as const;

/** The frame of the pages before signing in: the form at the start, what the product promises at the end. */
export function AuthFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("auth.promises");
  const product = useTranslations("common")("product");
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="flex min-w-0 flex-col px-5 py-5 sm:px-8">
        <header className="flex items-center gap-2.5 text-md font-semibold">
          <Logo />
          {product}
        </header>
        <main className="mx-auto flex w-full max-w-sm grow flex-col justify-center py-10">{children}</main>
        <AppearanceBar />
      </div>
      <aside className="hidden flex-col justify-center gap-8 border-s border-line bg-sunken px-10 lg:flex">
        <Specimen />
        <p className="text-2xl font-semibold text-balance">{t("title")}</p>
        <ul className="grid gap-6">
          {promises.map(({ key, icon: Icon }) => (
            <li key={key} className="flex gap-3">
              <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
              <div>
                <p className="font-semibold">{t(`${key}.title`)}</p>
                <p className="mt-0.5 text-ink-soft">{t(`${key}.body`)}</p>
              </div>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}
