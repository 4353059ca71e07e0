"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";

const counted = /^\(\d+\+?\) /;

/**
 * Puts the unread count before the title of the page, so that a tab in the background shows it. The router writes the
 * title at each navigation, so the title is watched and the count added again.
 */
export function useTitleCount(unread: number) {
  const t = useTranslations("notifications");
  useEffect(() => {
    const show = () => {
      const title = document.title.replace(counted, "");
      const wanted =
        unread > 0 ? t("documentTitle", { count: unread > 99 ? "99+" : String(unread), title }) : title;
      if (document.title !== wanted) document.title = wanted;
    };
    show();
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [unread, t]);
}
