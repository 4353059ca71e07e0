import { useTranslations } from "next-intl";
import type { Signature } from "@/lib/integrations/email/signature/signature";
import { fontFamily, palette } from "@/lib/notifications/channels/email/palette";

/**
 * A signature as mail programs show it, on their light ground. The frame runs no script, loads nothing, and is of no
 * origin: whatever a signature holds stays in it.
 */
export function SignatureFrame({ signature }: { signature: Signature }) {
  const t = useTranslations("settings.integrations.preview");
  const page = pageOf(signature);
  return (
    // A frame of its own for each text: of two that follow each other at once, a frame may go on showing the first.
    <iframe
      key={page}
      sandbox=""
      referrerPolicy="no-referrer"
      title={t("frame")}
      srcDoc={page}
      className="h-36 w-full resize-y rounded border border-line"
    />
  );
}

const look = `html{color-scheme:light;background:${palette.card}}body{margin:12px;font:14px/1.5 ${fontFamily};color:${palette.ink};overflow-wrap:anywhere}a{color:${palette.accent};text-decoration:underline}`;

const pageOf = ({ html, direction }: Signature): string =>
  `<!doctype html><html lang="und"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>-</title><style>${look}</style></head><body><div dir="${direction}">${html}</div></body></html>`;
