import { expect, test } from "vitest";
import { z } from "zod";
import { today } from "@/lib/core/dates";
import type { Description } from "./description";
import { sectionInput } from "./entry-input";
import { listMissing } from "./missing-fields";
import { readStored } from "./stored-entry";
import { valueWords } from "./value-words";

const OF_A_TEST = {
  originalLocale: { kind: "language", section: "all", level: "public" },
  from: { kind: "year", first: 1900, section: "all", level: "public", isNeeded: true },
  sectors: { kind: "choices", of: "sectors", most: 2, section: "all", level: "public" },
} as const satisfies Description;

const input = z.strictObject(sectionInput(OF_A_TEST, "all"));

const THIS_YEAR = Number(today().slice(0, 4));

const read = (values: object) => {
  const result = input.safeParse({ originalLocale: "fr", ...values });
  return result.success ? result.data : result.error.issues[0];
};

test.each([
  ["2019", 2019],
  [" ２０１９ ", 2019],
  ["1900", 1900],
  [String(THIS_YEAR), THIS_YEAR],
  ["", null],
  [undefined, null],
])("the year %j is kept as %j", (from, kept) => {
  expect(read({ from })).toMatchObject({ from: kept });
});

test.each([
  ["last spring", "notAYear"],
  ["0", "notAYear"],
  ["1850", "notAYear"],
  ["19", "notAYear"],
  ["-2019", "notAYear"],
  ["2019.5", "notAYear"],
  ["2e3", "notAYear"],
  ["2019-2021", "notAYear"],
  [String(THIS_YEAR + 1), "yearTooFar"],
  ["3000", "yearTooFar"],
])("the year %j is refused: %s", (from, message) => {
  expect(read({ from })).toMatchObject({ path: ["from"], message });
});

test("as many choices as the field takes, and no more", () => {
  expect(read({ sectors: ["energy", "logistics"] })).toMatchObject({
    sectors: ["energy", "logistics"],
  });
  expect(read({ sectors: ["energy", "logistics", "retail-ecommerce"] })).toMatchObject({
    message: "tooMany",
    params: { most: 2 },
  });
});

test("a year is read from a row as it was kept, and one of no use is none", () => {
  expect(readStored(OF_A_TEST, { from: 2019 }).from).toBe(2019);
  for (const from of ["2019", 2019.5, [2019], {}, true, undefined]) {
    expect(readStored(OF_A_TEST, { from }).from).toBeNull();
  }
});

test("a year that is needed is missing until there is one", () => {
  const empty = readStored(OF_A_TEST, {});
  expect(listMissing(OF_A_TEST, empty)).toEqual([
    { field: "from", section: "all", code: "required" },
  ]);
  expect(listMissing(OF_A_TEST, { ...empty, from: 2019 })).toEqual([]);
});

test("a year has no thousands separator in any language", () => {
  expect(valueWords(OF_A_TEST.from, 2019, "en")).toBe("2019");
  expect(valueWords(OF_A_TEST.from, null, "zh")).toBe("");
});
