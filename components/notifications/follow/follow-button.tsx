"use client";

import { Bell, BellOff, BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOptimistic } from "react";
import { buttonClass } from "@/components/ui/button";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { useNow } from "@/components/ui/use-now";
import { usePopup } from "@/components/ui/use-popup";
import { stillOf } from "@/lib/notifications/follow/choices";
import type { Followed } from "@/lib/notifications/follow/held";
import type { Standing } from "@/lib/notifications/subscription";
import type { FollowMenuProps } from "./follow-menu";
import { useFollow, type FollowPage } from "./use-follow";
import { useFollowWords } from "./use-follow-words";

const loadMenu = fetchedEarly(() => import("./follow-menu").then((module) => module.FollowMenu));
const minuteMs = 60_000;

type FollowButtonProps = {
  page: FollowPage;
  about: Followed;
  standing: Standing;
  /** How the person stands to the lead's project. */
  projectStanding: Standing;
};

/** Says how the person stands to a lead, and opens what they can want to hear of it. */
export function FollowButton({ page, about, ...saved }: FollowButtonProps) {
  const t = useTranslations("follow");
  const words = useFollowWords();
  const follow = useFollow(page);
  const now = useNow({ updateInterval: minuteMs }).getTime();
  const [shown, show] = useOptimistic(saved.standing);
  const standing = stillOf(shown, now);
  const projectStanding = stillOf(saved.projectStanding, now);
  const { Part, popup, button } = usePopup<FollowMenuProps>("menu", loadMenu);
  return (
    <>
      <button {...button} className={`${buttonClass()} max-w-full`}>
        <StandingIcon standing={standing ?? projectStanding} />
        <span className="truncate">{t("button", { state: words.state(standing, projectStanding) })}</span>
      </button>
      {Part && (
        <Part
          popup={popup}
          about="lead"
          standing={standing}
          onChoose={(wanted) => follow({ about, standing, show }, wanted)}
        />
      )}
    </>
  );
}

function StandingIcon({ standing }: { standing: Standing }) {
  if (standing === null) return <Bell aria-hidden="true" />;
  return standing.state === "muted" ? <BellOff aria-hidden="true" /> : <BellRing aria-hidden="true" />;
}
