import { MailCheck } from "lucide-react";
import type { ReactNode } from "react";

/** Says that a mail was sent and that the person goes on there. */
export const MailSent = ({ title, children }: { title: string; children: ReactNode }) => (
  <div role="status" className="grid justify-items-start gap-3 rounded-lg border border-line bg-card p-5">
    <span
      aria-hidden="true"
      className="flex size-10 items-center justify-center rounded bg-accent-soft text-accent [&_svg]:size-5"
    >
      <MailCheck />
    </span>
    <p className="text-md font-semibold">{title}</p>
    <p className="text-ink-soft">{children}</p>
  </div>
);
