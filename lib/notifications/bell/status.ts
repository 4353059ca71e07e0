/** The state of the dot on the bell. `ended`: the sign-in is over, or another person's. */
export type BellStatus = "live" | "catching_up" | "polling" | "offline" | "ended";

export type LinkFacts = {
  link: "opening" | "joined" | "lost";
  /** The read after the last join has been taken in. */
  caughtUp: boolean;
  /** The last read failed. */
  failing: boolean;
  ended: boolean;
};

/** "Live" only if the channel is joined and everything missed before the join has been read. */
export function bellStatus({ link, caughtUp, failing, ended }: LinkFacts): BellStatus {
  if (ended) return "ended";
  if (failing) return "offline";
  if (link === "lost") return "polling";
  return link === "joined" && caughtUp ? "live" : "catching_up";
}
