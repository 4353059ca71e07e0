// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { SearchField } from "./search-field";

afterEach(cleanup);

it("an empty field is written in the direction of the page, and what is typed in that of its letters", () => {
  render(
    <SearchField
      label="חיפוש"
      placeholder="שם"
      maxLength={80}
      value={undefined}
      onSearch={() => undefined}
    />,
  );
  const field = screen.getByRole("searchbox");
  expect(field.getAttribute("dir")).toBeNull();
  fireEvent.change(field, { target: { value: "Dana" } });
  expect(field.getAttribute("dir")).toBe("auto");
  fireEvent.change(field, { target: { value: "" } });
  expect(field.getAttribute("dir")).toBeNull();
});
