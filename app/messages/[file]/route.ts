import { notFound } from "next/navigation";
import { messageFile } from "@/lib/i18n/message-file";
import { locales } from "@/lib/vocabulary/locales";

type Context = { params: Promise<{ file: string }> };

/** Written by the build, one for each language; any other name is not found. */
export const dynamic = "force-static";
export const dynamicParams = false;

const files = () => Promise.all(locales.map(messageFile));

export const generateStaticParams = async () =>
  (await files()).map(({ address }) => ({ file: address.slice(address.lastIndexOf("/") + 1) }));

/** The messages of a language, under a name that changes with them: a browser asks once. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const found = (await files()).find(({ address }) => address.endsWith(`/${file}`));
  if (!found) notFound();
  return new Response(found.text, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
