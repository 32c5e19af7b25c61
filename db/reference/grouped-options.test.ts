import { expect, test } from "vitest";
import { groupedOptions, referenceOptions } from "./lists";

test.each(["sectors", "activityKinds"] as const)("each of the %s stands in one group", (list) => {
  const grouped = groupedOptions(list, "fr").flatMap(({ options }) => options);
  const all = referenceOptions(list, "fr");
  expect(grouped.map(({ value }) => value).sort()).toEqual(all.map(({ value }) => value).sort());
  expect(groupedOptions(list, "zh").filter(({ options }) => options.length === 0)).toEqual([]);
});

test("the group of what is chosen comes first", () => {
  const last = groupedOptions("sectors", "en").at(-1);
  const [first] = groupedOptions("sectors", "en", [last?.options[0]?.value ?? ""]);
  expect(first).toEqual(last);
});
