import { heats } from "@/lib/vocabulary/heat";
import { leadOrders } from "@/lib/vocabulary/lead-list";
import { choice, mapOf, text, toggle, type PatchOf, type ValueOf } from "./fields";
import { defineSection } from "./sections";
import { widgets } from "./widgets";

/**
 * Where a person was, by device: table user_session_state, one column per key. Not a preference: it is not audited,
 * has no layers, and is forgotten after seven days and at sign-out.
 */
export const session = defineSection({
  name: "session",
  schemaVersion: 1,
  columns: {
    current_context: {
      /** What a person calls the device, as its browser names itself: `Chrome on Windows`. */
      device: text({ maxLength: 60 }, "sessionDevice"),
      projectId: text(
        { maxLength: 36, pattern: /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/ },
        "sessionProject",
      ),
      /** The page they were on: an address of this app, without its host. */
      path: text({ maxLength: 300, pattern: /^(\/([^/\\].*)?)?$/ }, "sessionPath"),
      filters: {
        leadsHeat: choice("all", ["all", ...heats], "sessionLeadsHeat"),
        leadsOrder: choice("-activity", leadOrders, "sessionLeadsOrder"),
      },
    },
    ui_state: {
      openPanels: {
        debug: toggle(false, "sessionDebugPanel"),
        leadHistory: toggle(true, "sessionLeadHistory"),
      },
      /** Each widget as a picture or as a table of its figures. */
      viewModes: mapOf(widgets, () => choice("chart", ["chart", "table"], "sessionWidgetView")),
    },
  },
});

export type SessionState = ValueOf<typeof session.columns>;
export type SessionStatePatch = PatchOf<typeof session.columns>;
