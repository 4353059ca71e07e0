"use client";

import { useTranslations } from "next-intl";

type SignaturePreviewProps = { from: string; signature: string };

/** A preview of an e-mail's sender and signature as plain text, from the values in the form. */
export function SignaturePreview({ from, signature }: SignaturePreviewProps) {
  const t = useTranslations("settings.integrations.preview");
  return (
    <figure className="rounded border border-line bg-paper px-4 py-3">
      <figcaption className="mb-2 text-xs font-medium text-ink-faint">{t("title")}</figcaption>
      <p className="text-ink-soft">
        {t.rich("from", {
          name: from || t("nobody"),
          who: (name) => <bdi className="font-medium wrap-anywhere text-ink">{name}</bdi>,
        })}
      </p>
      <div aria-hidden="true" className="my-3 grid gap-1.5">
        <span className="block h-1.5 w-2/3 rounded-full bg-sunken" />
        <span className="block h-1.5 w-1/2 rounded-full bg-sunken" />
      </div>
      {signature ? (
        <p dir="auto" className="border-t border-line pt-2.5 wrap-anywhere whitespace-pre-wrap">
          {signature}
        </p>
      ) : (
        <p className="border-t border-line pt-2.5 text-ink-faint">{t("noSignature")}</p>
      )}
    </figure>
  );
}
