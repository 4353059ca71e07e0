"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import type { TalkEntry } from "@/lib/leads/talk";
import { paths } from "@/lib/paths";
import type { Failure } from "@/lib/result";
import { fetchMedia } from "./fetch-media";

type Opened = Readonly<{ url: string; type: string }>;

/** What came with a message beside words: fetched when it is asked for, and shown, played or saved. */
export function TalkMedia({ entry }: { entry: TalkEntry }) {
  const t = useTranslations("leads.talk.media");
  const [opened, setOpened] = useState<Opened | null>(null);
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  useEffect(() => () => URL.revokeObjectURL(opened?.url ?? ""), [opened]);
  const form = t.has(`names.${entry.form}`) ? String(entry.form) : "document";
  const name = entry.media?.name ?? null;
  async function open() {
    if (loading) return;
    setLoading(true);
    const got = await fetchMedia(paths.api.leadMedia(entry.id));
    setLoading(false);
    setProblem(got.ok ? null : got.error);
    if (!got.ok) return;
    const { content, isShown } = got.value;
    if (isShown) setOpened({ url: URL.createObjectURL(content), type: content.type });
    else saveFile(name ?? t(`names.${form}`), content);
  }
  const why = `problems.${problem?.path ?? problem?.code}`;
  return (
    <div className="mt-1 grid justify-items-start gap-2">
      {opened && <Shown {...opened} words={t(`names.${form}`)} />}
      <Button size="sm" pending={loading} onClick={() => (opened ? setOpened(null) : void open())}>
        {opened ? t("close") : t(`open.${form}`)}
        {name !== null && <bdi className="max-w-48 truncate">{name}</bdi>}
      </Button>
      <p role="status" className="text-sm text-danger empty:hidden">
        {problem && t(t.has(why) ? why : "problems.other")}
      </p>
    </div>
  );
}

function Shown({ url, type, words }: Opened & { words: string }) {
  const [kind] = type.split("/");
  const look = "max-h-96 max-w-full rounded";
  if (kind === "audio")
    return <audio controls autoPlay src={url} aria-label={words} className="max-w-full" />;
  if (kind === "video") return <video controls autoPlay src={url} aria-label={words} className={look} />;
  // Of this page alone: there is no other picture of it that would be smaller.
  return (
    <picture>
      <img src={url} alt={words} className={look} />
    </picture>
  );
}
