import { ActivitySkeleton } from "@/components/activity/activity-skeleton";

export default function ActivityLoading() {
  return (
    <div className="max-w-form">
      <ActivitySkeleton />
    </div>
  );
}
