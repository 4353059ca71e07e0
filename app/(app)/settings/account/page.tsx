import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { changeEmail, changeName, deleteAccount, endSignIns, setPassword } from "@/app/actions/account";
import { AccountScreen } from "@/components/own-account/account-screen";
import { readAccount } from "@/lib/account/store";
import { readAsPerson } from "@/lib/action";
import { getIdentity } from "@/lib/auth";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.account"))("pageTitle") };
}

export default async function AccountPage() {
  const [identity, account] = await Promise.all([getIdentity(), readAsPerson(readAccount)]);
  if (!identity) redirect(paths.signIn(paths.settings.account()));
  const actions = { changeName, changeEmail, setPassword, endSignIns, deleteAccount };
  return <AccountScreen account={account} actions={actions} />;
}
