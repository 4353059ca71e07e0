import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfflineApp } from "@/components/offline/offline-app";
import { shellActions } from "../shell-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offline"))("title") };
}

/**
 * public/sw.js stores this page on every device and shows it at any address that it cannot load. The page reads no
 * identity: its HTML is the same for everybody with the same language, theme and text size.
 */
export default function OfflinePage() {
  return <OfflineApp actions={shellActions} />;
}
