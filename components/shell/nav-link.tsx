"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type NavLinkProps<Address extends string> = {
  href: Route<Address>;
  icon: ReactNode;
  /** `page`: the link leads to the open page; `section`: the open page is below the link's page. */
  current: "page" | "section" | null;
  children: ReactNode;
};

export const NavLink = <Address extends string>({ href, icon, current, children }: NavLinkProps<Address>) => (
  <Link
    href={href}
    aria-current={current === "page" ? "page" : current ? "true" : undefined}
    className={cn(
      "tap flex h-9 items-center gap-3 rounded px-3 font-medium transition-colors [&_svg]:size-4.5 [&_svg]:shrink-0",
      current ? "bg-sunken text-ink" : "text-ink-soft hover:bg-sunken/60 hover:text-ink",
    )}
  >
    {icon}
    <span className="truncate">{children}</span>
  </Link>
);
