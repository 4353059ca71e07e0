import { SettingsSkeleton } from "@/components/settings/settings-skeleton";

export default function Loading() {
  return <SettingsSkeleton rowCounts={[1, 1, 1, 1]} />;
}
