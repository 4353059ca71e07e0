// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WorkspaceContext } from "@/components/workspace/workspace";
import { emptyRow } from "@/lib/testing/fake-notification-server";
import en from "@/messages/en.json";
import { ItemAbout } from "./item-about";

afterEach(cleanup);

const project = (id: string, name: string) => ({ id, name, client_id: "1", client_name: "Galil" });
const both = [project("spring", "Spring"), project("autumn", "Autumn")];
const user = { name: "Ann", email: "ann@example.com" };

function show(changes: Partial<typeof emptyRow>, projects = both) {
  const row = { ...emptyRow, project_id: "spring", actor_name: "Dana", ...changes };
  const { container } = render(
    <NextIntlClientProvider locale="en" messages={en}>
      <WorkspaceContext value={{ user, projects, reached: [], rememberedId: null }}>
        <p id="title">Noa turned burning</p>
        <ItemAbout row={row} titleId="title" onLeave={vi.fn()} />
      </WorkspaceContext>
    </NextIntlClientProvider>,
  );
  return container.textContent;
}

describe("a line of the bell", () => {
  it("says in which project it happened, who did it, and leads to the switch that let it through", () => {
    expect(show({})).toMatch(/Spring.*Dana.* changed it/);
    const why = screen.getByRole("link", { name: "Why?", description: "Noa turned burning" });
    expect(why.getAttribute("href")).toBe("/settings/notifications#in_app_notifications-heatProgressions");
  });

  it("names no project to somebody who has one", () => {
    expect(show({}, both.slice(0, 1))).not.toContain("Spring");
  });

  it("names no switch for what cannot be switched off, and nobody where nobody did it", () => {
    expect(show({ category: "security", actor_name: null })).toBe("Noa turned burningSpring");
    expect(screen.queryByRole("link")).toBeNull();
  });
});
