// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { channels, outgoingChannels, type Channel, type OutgoingChannel } from "@/lib/vocabulary/channels";
import { DestinationLine } from "./destination-line";
import { useDestinations } from "./destinations";
import { show } from "./page.test-support";

const known = vi.hoisted(() => ({ reached: Array<string>() }));
vi.mock("@/components/ui/use-push-state", () => ({ usePushState: () => "default" }));
vi.mock("@/components/workspace/workspace", () => ({
  useWorkspace: () => ({ user: { name: "Ann", email: "ann@example.org" }, reached: known.reached }),
}));
afterEach(cleanup);

function Lines({ sends }: { sends: readonly OutgoingChannel[] | null }) {
  const destinations = useDestinations(sends);
  return channels.map((channel) => (
    <div key={channel} data-testid={channel}>
      <DestinationLine channel={channel} destination={destinations[channel]} />
    </div>
  ));
}

/** The channels whose line has the mark of what works, and what that of email says. */
function lines(reached: readonly Channel[], sends: readonly OutgoingChannel[] | null) {
  known.reached = [...reached];
  show(<Lines sends={sends} />);
  const works = channels.filter((channel) => screen.getByTestId(channel).querySelector(".text-positive"));
  const email = screen.getByTestId("email").textContent;
  cleanup();
  return { works, email };
}

it("what is not sent is not marked as working, email neither", () => {
  expect(lines(["email", "sms"], outgoingChannels)).toEqual({
    works: ["inApp", "email", "sms"],
    email: "Goes to ann@example.org. Change",
  });
  expect(lines(["sms"], outgoingChannels)).toEqual({
    works: ["inApp", "sms"],
    email: "Nothing goes to ann@example.org now: it is paused or not verified. Set up",
  });
  expect(lines(["email", "sms"], ["push"])).toEqual({
    works: ["inApp"],
    email: "This installation sends nothing on this channel. ",
  });
});

it("without a server the channels work that reached the person when the device last heard of it", () => {
  expect(lines(["email", "push"], null).works).toEqual(["inApp", "email", "push"]);
});
