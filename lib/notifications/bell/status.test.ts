import { expect, it } from "vitest";
import { bellStatus, type LinkFacts } from "./status";

const links: LinkFacts["link"][] = ["opening", "joined", "lost"];
const either = [true, false];
const all = links.flatMap((link) =>
  either.flatMap((caughtUp) =>
    either.flatMap((failing) => either.map((ended): LinkFacts => ({ link, caughtUp, failing, ended }))),
  ),
);
const factsThatSay = (status: string) => all.filter((facts) => bellStatus(facts) === status);

it("says live only of a joined channel with nothing missed and nothing failing", () => {
  expect(factsThatSay("live")).toEqual([{ link: "joined", caughtUp: true, failing: false, ended: false }]);
});

it("says that the sign-in is over before that reads fail, and that reads fail before the channel's state", () => {
  expect(factsThatSay("ended")).toEqual(all.filter(({ ended }) => ended));
  expect(factsThatSay("offline")).toEqual(all.filter(({ ended, failing }) => !ended && failing));
});
