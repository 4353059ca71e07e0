"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useState } from "react";
import type { leftOutOf, writeSignature } from "@/lib/integrations/email/signature/signature";
import { SignatureFrame } from "./signature-frame";
import { useConnection, useOwnAddress } from "./connections/connections-context";

/** `isOurs`: mails leave from this app's own address, and the person's is that of their account. */
type SignaturePreviewProps = { from: string; signature: string; isOurs: boolean };
type Writing = { writeSignature: typeof writeSignature; leftOutOf: typeof leftOutOf };

/** What cleans a signature is large: it comes where there is a signature, and not with the page. */
function useWriting(isNeeded: boolean): Writing | null {
  const [writing, setWriting] = useState<Writing | null>(null);
  useEffect(() => {
    if (!isNeeded) return;
    let isHere = true;
    void import("@/lib/integrations/email/signature/signature").then(
      (loaded) => isHere && setWriting(loaded),
      () => undefined,
    );
    return () => void (isHere = false);
  }, [isNeeded]);
  return writing;
}

/** How an e-mail's sender and signature will look, from the values in the form. */
export function SignaturePreview({ from, signature, isOurs }: SignaturePreviewProps) {
  const t = useTranslations("settings.integrations.preview");
  const words = useTranslations("settings.integrations.insert");
  const source = useDeferredValue(signature);
  const writing = useWriting(source !== "");
  const own = useOwnAddress();
  const connected = useConnection("email")?.account?.email;
  const email = (isOurs ? own : (connected ?? own)) ?? words("email");
  const values = {
    // As it is sent: without a name the address stands for it.
    name: from || (own ?? words("name")),
    email,
    company: words("company"),
    project: words("project"),
  };
  const written = writing?.writeSignature(source, values, "shown");
  const leftOut = writing?.leftOutOf(source);
  return (
    <figure className="grid gap-2.5 rounded border border-line bg-paper px-4 py-3">
      <figcaption className="text-xs font-medium text-ink-faint">{t("title")}</figcaption>
      <p className="text-ink-soft">
        {t.rich("from", {
          name: from || t("nobody"),
          who: (name) => <bdi className="font-medium wrap-anywhere text-ink">{name}</bdi>,
        })}
      </p>
      {source === "" && <p className="border-t border-line pt-2.5 text-ink-faint">{t("noSignature")}</p>}
      {source !== "" && written && <SignatureFrame signature={written} />}
      {source !== "" && !written && (
        <p dir="auto" className="border-t border-line pt-2.5 wrap-anywhere whitespace-pre-wrap">
          {source}
        </p>
      )}
      {leftOut && leftOut.tags.length > 0 && (
        <p role="status" className="text-sm text-caution">
          {t("leftOut", { tags: `\u2066${leftOut.tags.join(", ")}\u2069` })}
        </p>
      )}
      {leftOut?.pastedImages && (
        <p role="status" className="text-sm text-caution">
          {t("pasted")}
        </p>
      )}
      {written && (
        <details className="text-sm">
          <summary className="tap cursor-pointer text-ink-soft">{t("plain")}</summary>
          <p dir="auto" className="mt-2 wrap-anywhere whitespace-pre-wrap text-ink">
            {written.text}
          </p>
        </details>
      )}
    </figure>
  );
}
