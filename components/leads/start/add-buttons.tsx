"use client";

import { FileUp, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { AddDialogs } from "./add-dialogs-later";
import type { AddingActions } from "./use-adding";

/** The ways to bring leads into a list that has some. */
export function AddButtons(props: { projectId: string; actions: AddingActions }) {
  const t = useTranslations("leads.start");
  const [open, setOpen] = useState<"add" | "import" | null>(null);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen("import")}>
        <FileUp aria-hidden="true" />
        {t("import")}
      </Button>
      <Button variant="primary" aria-haspopup="dialog" onClick={() => setOpen("add")}>
        <Plus aria-hidden="true" />
        {t("add")}
      </Button>
      <AddDialogs {...props} open={open} setOpen={setOpen} />
    </>
  );
}
