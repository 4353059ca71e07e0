import { InboxSkeleton } from "@/components/inbox/inbox-skeleton";

export default function NotificationsLoading() {
  return <InboxSkeleton />;
}
