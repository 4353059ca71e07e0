import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfflineApp } from "@/components/offline/offline-app";
import { shellActions } from "../shell-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offline"))("title") };
}

/**
 * The page that public/sw.js keeps on every device and shows at any address it cannot get. It asks nobody who is
 * signed in: its HTML is the same for all who share a language and a theme.
 */
export default function OfflinePage() {
  return <OfflineApp actions={shellActions} />;
}
