import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AuthFrame } from "@/components/auth/auth-frame";
import { NobodySignedIn } from "@/components/auth/nobody-signed-in";
import { environment } from "@/lib/env";
import { paths } from "@/lib/paths";

export default function AuthLayout({ children }: { children: ReactNode }) {
  if (!environment().ok) redirect(paths.setUp());
  return (
    <AuthFrame>
      <NobodySignedIn />
      {children}
    </AuthFrame>
  );
}
