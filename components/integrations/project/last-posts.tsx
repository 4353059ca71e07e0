"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/ui/use-formats";
import { useNotificationText } from "@/components/vocabulary/notification-text";
import { useReasonWords } from "@/components/vocabulary/use-reason-words";
import type { ShownPost } from "@/lib/integrations/project-apps/shown";

/** What an app of a project was to be told last, and what became of it. */
export function LastPosts({ posts }: { posts: readonly ShownPost[] }) {
  const t = useTranslations("settings.integrations.project");
  if (posts.length === 0) return <p className="text-sm text-ink-soft">{t("noPosts")}</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <h4 className="text-sm font-medium">{t("posts")}</h4>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        {posts.map((post) => (
          <Post key={post.id} post={post} />
        ))}
      </ul>
    </div>
  );
}

function Post({ post }: { post: ShownPost }) {
  const t = useTranslations("settings.integrations.project.states");
  const { moment } = useFormats();
  const reasonWords = useReasonWords();
  const text = useNotificationText();
  const isSaid = post.status !== "sent" && post.status !== "bundled";
  return (
    <li className="text-sm">
      <span className="wrap-anywhere">{text.title(post)}</span>{" "}
      <span className="text-ink-soft">
        {t(post.status, { at: moment(post.at) })}
        {isSaid && ` ${reasonWords(post.reason)}`}
      </span>
    </li>
  );
}
