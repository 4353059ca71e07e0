import { expect, it } from "vitest";
import { deliveryWith, idOf, noticeRowWith, recipientWith } from "@/lib/testing/delivery-rows";
import { groupsOf } from "./group";

it("rows of one carrier are one message with the carrier's id, in the order in which they came; no row is lost", () => {
  const carriers = [1, 2, 1, 3, 2, 1];
  const items = carriers.map((carrier, index) => ({
    delivery: deliveryWith(index, { carrier_id: idOf(carrier) }),
    row: noticeRowWith({ seq: index }),
    recipient: recipientWith(),
  }));
  const groups = groupsOf(items).map(({ id, items: some }) => [id, some.map(({ row }) => row.seq)]);
  expect(groups).toEqual([
    [idOf(1), [0, 2, 5]],
    [idOf(2), [1, 4]],
    [idOf(3), [3]],
  ]);
});

it("nothing claimed is no message", () => expect(groupsOf([])).toEqual([]));
