import { cn } from "./cn";

/** The shape of content to come. Give it the size of what it stands for; the region around it says `aria-busy`. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden="true" className={cn("skeleton block rounded-sm", className)} />
);
