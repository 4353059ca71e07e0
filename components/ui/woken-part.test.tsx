// @vitest-environment jsdom
import { act } from "@testing-library/react";
import { createContext, use, useState, type ComponentType } from "react";
import { hydrateRoot, type Root } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { wokenPart } from "./woken-part";

type Props = { count: number; onPress: () => void };
const Around = createContext(0);
const Counter = ({ count, onPress }: Props) => (
  <button onClick={onPress}>{`pressed ${count}${use(Around) > 0 ? " anew" : ""}`}</button>
);

let root: Root | undefined;
afterEach(() => {
  act(() => root?.unmount());
  document.body.replaceChildren();
});

/** A page of the server, in a browser that has all its code but that of the part. `arrive` brings it. */
async function pageBeforeItsPart() {
  let bring = (_: ComponentType<Props>) => {};
  const Part = wokenPart(() => new Promise<ComponentType<Props>>((resolve) => (bring = resolve)));
  function Page() {
    const [count, setCount] = useState(0);
    const [around, setAround] = useState(0);
    return (
      <Around value={around}>
        <input aria-label="more" onClick={() => setCount(count + 1)} />
        <input aria-label="around" onClick={() => setAround(around + 1)} />
        <Part of={{ count, onPress: () => setCount(count + 1) }} fallback={`to come ${count}`} />
      </Around>
    );
  }
  const box = document.createElement("div");
  box.innerHTML = `<input aria-label="more"><input aria-label="around"><div data-asleep=""><!--$--><button>pressed 0</button><!--/$--></div>`;
  document.body.append(box);
  const wakes = vi.fn();
  box.addEventListener("page-listens", wakes);
  const [button, input] = [box.querySelector("button"), box.querySelector("input")];
  const errors = vi.fn();
  await act(async () => (root = hydrateRoot(box, <Page />, { onRecoverableError: errors })));
  const arrive = () => act(async () => bring(Counter));
  return { box, button, input, wakes, errors, arrive };
}

it("what the server drew stands until its code is here, whatever changes around it", async () => {
  const { box, button, input, arrive, errors, wakes } = await pageBeforeItsPart();
  await act(async () => input?.click());
  expect(box.querySelector("button")).toBe(button);
  expect(box.textContent).toBe("pressed 0");
  expect(wakes).not.toHaveBeenCalled();

  await arrive();
  expect(box.textContent).toBe("pressed 1");
  expect(box.querySelector("button")).toBe(button);
  expect(errors).not.toHaveBeenCalled();
});

it("says that it listens once it does, and is asleep until then", async () => {
  const { box, button, arrive, wakes } = await pageBeforeItsPart();
  expect(button?.closest("[data-asleep]")).not.toBeNull();
  box.addEventListener("page-listens", () => button?.click(), { once: true });
  await arrive();
  expect(wakes).toHaveBeenCalledOnce();
  expect(box.textContent).toBe("pressed 1");
  expect(box.querySelector("[data-asleep]")).toBeNull();
});

it("what the server drew can be seen on where a context around it changes before its code is here", async () => {
  const { box, arrive } = await pageBeforeItsPart();
  await act(async () => box.querySelector<HTMLInputElement>("[aria-label=around]")?.click());
  expect(box.textContent).toBe("pressed 0");
  await arrive();
  expect(box.textContent).toBe("pressed 0 anew");
});

it("follows what it is given at once when its code is here", async () => {
  const { box, button, input, arrive } = await pageBeforeItsPart();
  await arrive();
  act(() => button?.click());
  expect(box.textContent).toBe("pressed 1");
  act(() => input?.click());
  expect(box.textContent).toBe("pressed 2");
});
