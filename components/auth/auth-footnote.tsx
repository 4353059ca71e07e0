import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

type AuthFootnoteProps = {
  question?: ReactNode;
  href: ComponentProps<typeof Link>["href"];
  children: ReactNode;
};

/** A link to another page of signing in or up. */
export const AuthFootnote = ({ question, href, children }: AuthFootnoteProps) => (
  <p className="mt-6 flex flex-wrap gap-x-1.5 text-ink-soft">
    {question}
    <Link href={href} className="tap rounded-sm font-medium text-accent hover:underline">
      {children}
    </Link>
  </p>
);
