import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";

/** An address is written from left to right, and stands under its label in either direction. */
export const EmailInput = (props: Omit<ComponentProps<typeof Input>, "type" | "dir">) => (
  <Input type="email" autoComplete="username" {...props} dir="ltr" className="rtl:text-end" />
);
