import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { directionsOf, listKindGroups } from "./activity-kinds";
import { directionWords, kindOptions } from "./activity-words";

test.each([
  ["export", ["lyon-to-china"]],
  ["import-to-france", ["china-to-lyon"]],
  ["rd-cooperation", ["lyon-to-china", "china-to-lyon", "both"]],
  ["no such kind", []],
])("%s goes %j", (kind, directions) => {
  expect(directionsOf(kind)).toEqual(directions);
});

test.each(LOCALES)("in %s each of the 31 kinds stands in one of 6 groups", (locale) => {
  const groups = listKindGroups(locale);
  expect(groups).toHaveLength(6);
  const kinds = groups.flatMap((group) => group.kinds.map(({ slug }) => slug));
  expect(new Set(kinds).size).toBe(31);
  expect(kinds).toHaveLength(31);
  expect(groups.every(({ label, kinds: own }) => label !== "" && own.length > 0)).toBe(true);
});

test.each(LOCALES)(
  "in %s a kind that only goes one way says which before it is chosen",
  (locale) => {
    const options = kindOptions(locale).flatMap((group) => group.options);
    expect(options).toHaveLength(31);
    for (const { value, label } of options) {
      const directions = directionsOf(value);
      const said = directions.filter((one) => label.endsWith(`· ${directionWords(one, locale)}`));
      expect(said, value).toEqual(directions.length === 1 ? directions : []);
    }
  },
);
