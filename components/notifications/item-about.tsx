"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Notification } from "@/lib/notifications/notification";
import { paths } from "@/lib/paths";
import { fieldId } from "@/lib/settings/form/field-id";
import { categories } from "@/lib/vocabulary/categories";

/** `titleId`: the element that names the notification. */
type ItemAboutProps = { row: Notification; titleId: string; onLeave: () => void };

/**
 * Where it happened, for somebody in several projects, who did it, and why it is told: a link to the very switch, which what
 * is mandatory does not have.
 */
export function ItemAbout({ row, titleId, onLeave }: ItemAboutProps) {
  const t = useTranslations("notifications");
  const by = useTranslations("inbox");
  const { projects } = useWorkspace();
  const project = projects.length > 1 ? projects.find(({ id }) => id === row.project_id) : undefined;
  const category = categories.find((each) => each === row.category);
  if (!project && !row.actor_name && !category) return null;
  return (
    <p className="flex flex-wrap gap-x-3 pt-0.5 text-sm text-ink-faint">
      {project && <bdi>{project.name}</bdi>}
      {row.actor_name && <bdi>{by("by", { name: `\u2068${row.actor_name}\u2069` })}</bdi>}
      {category && (
        <Link
          href={`${paths.settings.notifications()}#${fieldId(`in_app_notifications.${category}`)}`}
          onClick={onLeave}
          aria-describedby={titleId}
          className="tap rounded-sm hover:text-ink hover:underline"
        >
          {t("why")}
        </Link>
      )}
    </p>
  );
}
