import { expect, it, vi } from "vitest";
import { emitLiveResync, emitSettingsHint, onLiveResync, onSettingsHint, settingsHintOf } from "./hub";

const hint = { section: "dashboard", project_id: null, version: 3 };

it("tells every listener until it leaves, also if one leaves while being told", () => {
  const heard = vi.fn();
  const leaveOnce = onSettingsHint(() => leaveOnce());
  const leave = onSettingsHint(heard);
  emitSettingsHint(hint);
  leave();
  emitSettingsHint(hint);
  expect(heard.mock.calls).toEqual([[hint]]);
});

it("tells of a possible gap", () => {
  const heard = vi.fn();
  const leave = onLiveResync(heard);
  emitLiveResync();
  leave();
  expect(heard).toHaveBeenCalledOnce();
});

it("takes nothing from the socket but a settings hint", () => {
  expect(settingsHintOf({ ...hint, id: "added by the platform" })).toEqual(hint);
  expect(settingsHintOf({ section: "dashboard", version: 1 })).toEqual({ ...hint, version: 1 });
  for (const payload of [null, "dashboard", {}, { ...hint, version: "3" }, { ...hint, project_id: 7 }])
    expect(settingsHintOf(payload)).toBeNull();
});
