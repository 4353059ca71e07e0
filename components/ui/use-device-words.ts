"use client";

import { useTranslations } from "next-intl";
import { partsOfDevice } from "@/lib/vocabulary/device-name";

/** A name that `deviceName` gave, as a sentence of the reader's language joins its halves. Any other stays as it is. */
export function useDeviceWords(): (name: string) => string {
  const t = useTranslations("session");
  return (name) => {
    const parts = partsOfDevice(name);
    return parts ? t("device", parts) : name;
  };
}
