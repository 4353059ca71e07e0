import { cn } from "./cn";

/**
 * The shape of content that is not there yet. Give it the size of the content; the region around it says `aria-busy`.
 */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden="true" className={cn("skeleton block rounded-sm", className)} />
);
