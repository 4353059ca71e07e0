import { render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { WorkspaceContext } from "@/components/workspace/workspace";
import { FormatsContext } from "@/components/ui/formats-context";
import { fail } from "@/lib/result";
import { preferences } from "@/lib/settings/preferences";
import { defaults } from "@/lib/settings/sections";
import { utc } from "@/lib/time/zone";
import en from "@/messages/en.json";
import {
  ConnectionsContext,
  type ConnectionActions,
  type ConnectionsPage,
} from "./connections/connections-context";

const refused = async () => fail("unavailable");

/** Nothing can be done; a test spies on what it presses. */
export const refusedActions: ConnectionActions = {
  beginConnection: refused,
  connectAccountByKey: refused,
  connectMail: refused,
  sendTestMail: refused,
  syncConnection: refused,
  retryConnectionEvents: refused,
  sendTrialMessage: refused,
  changeSigningSecret: refused,
  disconnectAccount: refused,
  connectProjectApp: refused,
  chooseProjectKinds: refused,
  tryProjectApp: refused,
  changeProjectAppSecret: refused,
  disconnectProjectApp: refused,
};

const workspace = {
  user: { name: "Uma", email: "uma@example.com" },
  projects: [{ id: "p1", name: "Main", client_id: "c", client_name: "Acme" }],
  reached: [],
  rememberedId: null,
};

type Given = Partial<ConnectionsPage> & { card?: ConnectionsPage["whatsapp"]["card"] };

/** Draws a part of the page of connections for Uma, who has connected what is `given`. */
export function drawConnected(part: ReactNode, { card = null, ...given }: Given): void {
  const page: ConnectionsPage = {
    userId: "uma",
    email: "uma@example.com",
    actions: refusedActions,
    connections: [],
    projectApps: null,
    ways: {},
    signing: [],
    whatsapp: { card, share: refused, register: refused },
    ...given,
  };
  render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <FormatsContext value={{ preferences: defaults(preferences).data_preferences, zone: utc }}>
        <ConnectionsContext value={page}>
          <WorkspaceContext value={workspace}>{part}</WorkspaceContext>
        </ConnectionsContext>
      </FormatsContext>
    </NextIntlClientProvider>,
  );
}
