import { atomicPatchFigure } from "./atomic-patch";
import { auditCostFigure } from "./audit-cost";
import { bellPaintFigures } from "./bell-paint";
import { bulkChangeFigures } from "./bulk-change";
import { bootstrapReadFigure } from "./bootstrap-read";
import { calendlyEventsFigures } from "./calendly-events";
import { coldStartFigure } from "./cold-start";
import { connectedPageFigure } from "./connected-page";
import { dragFramesFigure } from "./drag-frames";
import { dashboardPaintFigure } from "./dashboard-paint";
import { dashboardAgeFigure, dashboardOnceFigure, dashboardSizeFigure, leadWriteFigure } from "./dashboard";
import { editBurstFigure } from "./edit-burst";
import { firstPressesFigure } from "./first-presses";
import { hotUpdatesFigure } from "./hot-updates";
import { meets, type Figure } from "./figure";
import { allReadInsertFigure, millionReadFigure } from "./million-rows";
import { leadsBehindFigure } from "./leads-behind";
import { loadFigure } from "./load";
import { offlineFlushFigure } from "./offline-flush";
import { outboxFigures } from "./outbox";
import { otherDeviceFigure } from "./other-device";
import { policyReadFigure } from "./policy-read";
import { portReadFigure } from "./port-read";
import {
  dashboardJavaScriptFigure,
  settingsJavaScriptFigure,
  textJavaScriptFigure,
} from "./route-javascript";
import { serverTimeFigure } from "./server-time";
import { togglePaintFigure } from "./toggle-paint";
import { webhooksFigure } from "./webhooks";

/** `npm run bench` measures all figures, `npm run bench -- patch` those whose name contains "patch". */
const figures: Figure[] = [
  atomicPatchFigure,
  auditCostFigure,
  hotUpdatesFigure,
  policyReadFigure,
  portReadFigure,
  leadWriteFigure,
  dashboardOnceFigure,
  dashboardSizeFigure,
  dashboardAgeFigure,
  leadsBehindFigure,
  bootstrapReadFigure,
  millionReadFigure,
  allReadInsertFigure,
  ...bulkChangeFigures,
  ...outboxFigures,
  ...calendlyEventsFigures,
  settingsJavaScriptFigure,
  textJavaScriptFigure,
  dashboardJavaScriptFigure,
  ...bellPaintFigures,
  togglePaintFigure,
  otherDeviceFigure,
  dashboardPaintFigure,
  firstPressesFigure,
  dragFramesFigure,
  serverTimeFigure,
  connectedPageFigure,
  webhooksFigure,
  editBurstFigure,
  offlineFlushFigure,
  loadFigure,
  coldStartFigure,
];

const word = process.argv[2] ?? "";
let missed = 0;
for (const figure of figures.filter(({ name }) => name.includes(word))) {
  console.log(figure.name);
  try {
    const { ratio, detail } = await figure.measure();
    const [side, bound] =
      "atLeast" in figure.bar ? ["at least", figure.bar.atLeast] : ["at most", figure.bar.atMost];
    const verdict = meets(figure, ratio) ? "meets" : "MISSES";
    if (!meets(figure, ratio)) missed += 1;
    console.log(`  ${ratio.toFixed(3)} of: ${figure.baseline}`);
    console.log(`  ${verdict} its bar, ${side} ${bound}; ${detail}\n`);
  } catch (error) {
    // A figure that fails or exceeds its absolute limit must not stop the others.
    missed += 1;
    console.log(`  MISSES its bar: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
process.exitCode = missed > 0 ? 1 : 0;
