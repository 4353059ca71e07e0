import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ok } from "@/lib/result";
import { widgets } from "./dashboard-layout";
import type { JsonObject } from "./json";
import { manualBrowser } from "./manual-browser.test-support";
import { dashboardOf, offline, refusing, toggled } from "./manual-server.test-support";
import { mergeObject } from "./patch";

type Page = ReturnType<ReturnType<typeof manualBrowser>["openPage"]>;

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      tab: fc.nat(2),
      widget: fc.constantFrom(...widgets.slice(0, 3)),
      value: fc.constantFrom(true, false, null),
      scope: fc.constantFrom(null, "p1"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("server" as const),
      mode: fc.constantFrom("well", "offline", "answers get lost", "silent", "signed out"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const), tab: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(100, 15_000, 60_000) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "rest" as const }) },
);

describe("whatever tabs, network and server do", () => {
  it("the last edit of each setting arrives, applied once, and nobody conflicts with themselves", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { openPage, idle, advance, server } = manualBrowser();
        const answers = {
          well: server.answer,
          offline,
          "answers get lost": async (request: Parameters<typeof server.answer>[0]) => {
            server.apply(request);
            return offline();
          },
          silent: () => new Promise<never>(() => {}),
          "signed out": refusing("unauthenticated"),
        };
        const pages: Page[] = [0, 1, 2].map(() => openPage("ann", "p1"));
        const wanted = new Map<string | null, JsonObject>([
          [null, {}],
          ["p1", {}],
        ]);
        await idle();

        for (const event of steps) {
          if (event.do === "edit") {
            const patch = toggled(event.widget, event.value);
            wanted.set(event.scope, mergeObject(wanted.get(event.scope) ?? {}, patch));
            await pages[event.tab]?.client.edit(dashboardOf(event.scope), patch);
          }
          if (event.do === "server") server.answer = answers[event.mode];
          if (event.do === "wait") advance(event.ms);
          if (event.do === "rest") await idle();
          if (event.do === "reopen") {
            pages[event.tab]?.close();
            pages[event.tab] = openPage("ann", "p1");
          }
        }

        server.answer = async (request) => ok(server.apply(request));
        for (let turn = 0; turn < 4; turn += 1) {
          await idle();
          advance(60_000);
        }
        await idle();
        for (const [scope, overrides] of wanted) {
          const shown = pages[0]?.client.views.dashboard(scope).overrides;
          expect(server.rowOf("ann", scope).overrides["widget_visibility"] ?? {}).toEqual(
            overrides["widget_visibility"] ?? {},
          );
          expect(shown?.["widget_visibility"] ?? {}).toEqual(overrides["widget_visibility"] ?? {});
        }
        for (const { client } of pages)
          expect(client.sync()).toMatchObject({ kind: "saved", waiting: 0, conflicts: [], notSaved: [] });
        const bodies = new Map<string, string>();
        for (const { opId, ...body } of server.requests) {
          expect(bodies.get(opId) ?? JSON.stringify(body)).toBe(JSON.stringify(body));
          bodies.set(opId, JSON.stringify(body));
        }
      }),
      { numRuns: Number(process.env.CAMPAIGN_RUNS ?? 300) },
    );
  }, 600_000);
});
