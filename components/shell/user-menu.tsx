"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { usePopup } from "@/components/ui/use-popup";
import { useWorkspace } from "@/components/workspace/workspace";

const loadMenu = fetchedEarly(() => import("./account-menu").then((module) => module.AccountMenu));

/** Shows who is signed in; offers theme, language and sign-out. */
export function UserMenu() {
  const t = useTranslations("shell");
  const { user } = useWorkspace();
  const { Part, popup, button } = usePopup("menu", loadMenu);
  const name = user.name || user.email;
  return (
    <>
      <button
        {...button}
        aria-label={t("accountOf", { name })}
        className="tap rounded-full transition-shadow hover:ring-2 hover:ring-line-strong"
      >
        <Avatar name={name} />
      </button>
      {Part && <Part popup={popup} />}
    </>
  );
}
