import { paths } from "@/lib/paths";
import { heldSubscription } from "./push-subscription";

/** What the server was told last of this browser: the endpoint of its subscription. Absent: it never held one. */
const toldKey = "ovenai-push-told";
/** What it was told since the browser was opened. */
const checkedKey = "ovenai-push-checked";

/**
 * Tells the server, once each time the browser is opened, which push subscription it holds, so that one that the browser
 * renewed or gave up is not written to for ever. A browser that never held one says nothing. Rejects without a network.
 */
export async function checkPush(post: typeof fetch = fetch): Promise<void> {
  const subscription = await heldSubscription();
  const endpoint = subscription?.endpoint ?? "";
  const told = localStorage.getItem(toldKey);
  if (endpoint === (told ?? "") && (told === null || sessionStorage.getItem(checkedKey) === endpoint)) return;
  const old = told === endpoint ? null : told;
  const answer = await post(paths.api.pushSubscription(), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ old, subscription }),
  });
  if (!answer.ok) return;
  if (subscription) localStorage.setItem(toldKey, endpoint);
  else localStorage.removeItem(toldKey);
  sessionStorage.setItem(checkedKey, endpoint);
}
