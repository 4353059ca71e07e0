// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { ResumedSession } from "@/lib/session/resumed";
import { ok } from "@/lib/result";
import { parse } from "@/lib/settings/resolve";
import { session } from "@/lib/settings/session";
import { useSession } from "./session-context";
import { SessionProvider } from "./session-provider";

afterEach(cleanup);

const { current_context, ui_state } = parse(session, {});
const there = (path: string): ResumedSession => ({
  here: null,
  elsewhere: { ...current_context, path, ui_state },
});
const nowhere: ResumedSession = { here: null, elsewhere: null };

function Offer() {
  const { elsewhere, settleElsewhere } = useSession();
  return <button onClick={settleElsewhere}>{elsewhere?.path ?? "nothing"}</button>;
}

it("an offer to go on stays until it is answered, though the server makes none for the page drawn anew", async () => {
  const draw = (resumed: ResumedSession) => (
    <SessionProvider userId="ann" resumed={resumed} save={async () => ok(null)}>
      <Offer />
    </SessionProvider>
  );
  const { rerender } = render(draw(there("/leads")));
  const button = screen.getByRole("button");
  rerender(draw(nowhere));
  expect(button.textContent).toBe("/leads");
  rerender(draw(there("/dashboard/1")));
  expect(button.textContent).toBe("/dashboard/1");
  await userEvent.click(button);
  rerender(draw(nowhere));
  expect(button.textContent).toBe("nothing");
});
