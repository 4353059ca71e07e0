"use client";

import type { Result } from "@/lib/result";
import { UserMenu } from "./user-menu";

type AccountMenuProps = { user: { name: string; email: string }; signOut: () => Promise<Result<void>> };

export const AccountMenu = ({ user, signOut }: AccountMenuProps) => (
  <UserMenu
    user={user}
    signOut={signOut}
    flush={() => Promise.resolve({ waiting: 0 })}
    clearDevice={() => Promise.resolve()}
  />
);
