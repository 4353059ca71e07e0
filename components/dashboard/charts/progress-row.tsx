import { cn } from "@/components/ui/cn";

type ProgressRowProps = {
  /** What has been reached of the target: 1 is all of it, and more is drawn as more. */
  share: number;
  /** How much of the time has passed, 0 to 1. */
  elapsed: number;
  thin?: boolean;
};

/**
 * A bar on a track with a mark at the target, and a fainter one where the bar would be on an even pace. What is beyond the
 * target stands beyond the mark. Words beside it say the same.
 */
export function ProgressRow({ share, elapsed, thin = false }: ProgressRowProps) {
  const full = Math.max(1, share);
  const at = (value: number) => `${Math.min(1, Math.max(0, value / full)) * 100}%`;
  return (
    <div
      aria-hidden="true"
      className={cn(
        "relative max-h-4 grow rounded-xs bg-sunken forced-color-adjust-none",
        thin ? "min-h-1.5" : "min-h-2",
      )}
    >
      <span className="absolute inset-y-0 start-0 rounded-xs bg-chart" style={{ inlineSize: at(share) }} />
      {share < 1 && elapsed > 0 && elapsed < 1 && (
        <span className="absolute -inset-y-0.5 w-px bg-ink-faint" style={{ insetInlineStart: at(elapsed) }} />
      )}
      <span
        className="absolute -inset-y-1 w-0.5 bg-ink"
        style={{ insetInlineStart: `calc(${at(1)} - 2px)` }}
      />
    </div>
  );
}
