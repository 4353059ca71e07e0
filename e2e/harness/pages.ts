import { guestPages, memberPages, newcomerPages, settingsPageList } from "../../lib/pages";
import type { Owner } from "./people";

/** Every page of the app, for what must hold on all of them. */
export const publicPages = [
  ...Object.values(guestPages)
    .filter(({ address }) => address !== guestPages.callback.address)
    .map(({ address }) => address),
  // Without a link it shows nothing.
  `${guestPages.callback.address}?token_hash=spent&type=recovery`,
  "/nowhere",
];

/** Those that a person sees who is signed in and has no project; who has one is led from the first to it. */
export const pagesWithoutProject = Object.values(newcomerPages).map(({ address }) => address);

export function pagesOf({ projectId }: Pick<Owner, "projectId">, leadId: string): string[] {
  const { dashboard, leads, lead, notifications } = memberPages;
  return [
    `${dashboard.address}/${projectId}`,
    `${leads.address}?project=${projectId}`,
    `${lead.address}/${leadId}`,
    notifications.address,
    ...settingsPageList.flatMap(({ address, takesProject }) =>
      takesProject ? [address, `${address}?project=${projectId}`] : [address],
    ),
  ];
}

/** What the device shows by itself, and what it cannot show: all settings, and a page of leads. */
export const pagesWithoutNetwork: string[] = [
  memberPages.leads.address,
  ...settingsPageList.map(({ address }) => address),
];
