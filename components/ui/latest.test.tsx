// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { createContext, memo, useContext, useState } from "react";
import { afterEach, expect, it } from "vitest";
import { type Latest, useLatest, useReadLatest } from "./latest";

afterEach(cleanup);

const Count = createContext<Latest<number> | null>(null);

it("tells its readers what is known at last, and has nobody else drawn anew", () => {
  const drawn: string[] = [];
  const Reader = memo(function Reader() {
    const latest = useContext(Count);
    drawn.push("reader");
    return latest && <Shown latest={latest} />;
  });
  const Shown = ({ latest }: { latest: Latest<number> }) => <output>{useReadLatest(latest)}</output>;
  let next: () => void = () => undefined;
  function Page() {
    const [count, setCount] = useState(1);
    next = () => setCount((before) => before + 1);
    return (
      <Count value={useLatest(count)}>
        <Reader />
      </Count>
    );
  }
  render(<Page />);
  expect(screen.getByRole("status").textContent).toBe("1");
  act(next);
  expect(screen.getByRole("status").textContent).toBe("2");
  expect(drawn).toEqual(["reader"]);
});
