import { expect, test } from "vitest";
import { instantsOf, listWrong } from "./event";

const codes = (starts: string, ends: string, zone: "lyon" | "beijing" = "lyon") =>
  listWrong({ starts, ends, zone }).map(({ field, code }) => `${field} ${code}`);

test("a minute that the clocks skip, or show twice, is told on its field", () => {
  expect(codes("2027-03-28 02:59", "2027-03-28 03:00")).toEqual(["starts minuteSkipped"]);
  expect(codes("2027-10-30 20:00", "2027-10-31 02:30")).toEqual(["ends minuteTwice"]);
  expect(codes("2027-03-28 02:59", "2027-03-28 03:00", "beijing")).toEqual([]);
  expect(codes("2027-03-27 20:00", "2027-03-28 04:00")).toEqual([]);
});

test("what ends before it starts as the clocks change has no end", () => {
  const written = { starts: "2027-03-28 02:59", ends: "2027-03-28 03:00" };
  expect(instantsOf({ ...written, zone: "lyon" }).endsAt).toBeNull();
  expect(instantsOf({ ...written, zone: "beijing" }).endsAt).not.toBeNull();
});
