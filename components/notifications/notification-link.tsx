import Link from "next/link";
import type { ReactNode } from "react";
import { inAppPath, leadOfPath } from "@/lib/notifications/in-app-path";
import { paths } from "@/lib/paths";

type NotificationLinkProps = { url: string | null; onOpen: () => void; children: ReactNode };

const look = "font-medium outline-offset-4 after:absolute after:inset-0 group-hover:underline";

/**
 * A link that covers the whole item. An address outside the app is not linked: opening such an item only marks it as
 * read.
 */
export function NotificationLink({ url, onOpen, children }: NotificationLinkProps) {
  const path = inAppPath(url);
  const leadId = leadOfPath(path);
  if (leadId)
    return (
      <Link href={paths.lead(leadId)} prefetch={false} onClick={onOpen} className={look}>
        {children}
      </Link>
    );
  if (path)
    return (
      <a href={path} onClick={onOpen} className={look}>
        {children}
      </a>
    );
  return <span className="font-medium">{children}</span>;
}
