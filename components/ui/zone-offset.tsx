import { writeOffset } from "@/lib/time/zone-words";

/** `UTC+05:30`, from left to right in any language. */
export const ZoneOffset = ({ minutes }: { minutes: number }) => (
  <bdi dir="ltr" className="shrink-0 text-sm text-ink-soft">
    {writeOffset(minutes)}
  </bdi>
);
