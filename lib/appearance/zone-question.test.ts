import { expect, it } from "vitest";
import { zoneOf } from "@/lib/time/zone-table";
import { zoneQuestion } from "./zone-question";

const [kolkata, paris] = [zoneOf("Asia/Kolkata"), zoneOf("Europe/Paris")];

it("a device in another zone than the settings is asked about", () => {
  expect(zoneQuestion(kolkata, paris, null)).toEqual({ device: kolkata, chosen: paris });
});

it("nothing is asked of a zone that has two names, nor of one the device does not tell", () => {
  expect(zoneQuestion(zoneOf("Asia/Calcutta"), kolkata, null)).toBeNull();
  expect(zoneQuestion(null, paris, null)).toBeNull();
});

it("whoever chose to keep theirs is not asked again, under whichever name that was stored", () => {
  expect(zoneQuestion(kolkata, paris, "Asia/Calcutta")).toBeNull();
  expect(zoneQuestion(kolkata, paris, "Asia/Jerusalem")).not.toBeNull();
});
