"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** The digits of any script. */
const counted = /^\(\p{Nd}+\+?\) /u;

/**
 * Puts the unread count, as the bell writes it, before the title of the page, so that a tab in the background shows it. The router writes the
 * title at each navigation, so the title is watched and the count added again.
 */
export function useTitleCount(digits: string | null) {
  const t = useTranslations("notifications");
  useEffect(() => {
    const show = () => {
      const title = document.title.replace(counted, "");
      const wanted = digits === null ? title : t("documentTitle", { count: digits, title });
      if (document.title !== wanted) document.title = wanted;
    };
    show();
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [digits, t]);
}
