import { BoardSkeleton } from "@/components/dashboard/board-skeleton";

export default function DashboardLoading() {
  return <BoardSkeleton />;
}
