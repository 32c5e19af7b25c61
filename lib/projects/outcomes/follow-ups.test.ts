import { expect, test } from "vitest";
import { CONCLUDED_KINDS, dueMonths, needsWords } from "./follow-ups";
import { recordOutcomeInput } from "./schema";

test.each([
  ["2027-01-15", "2027-07-14", null],
  ["2027-01-15", "2027-07-15", 6],
  ["2027-01-15", "2028-01-14", 6],
  ["2027-01-15", "2028-01-15", 12],
  ["2027-08-31", "2028-02-29", 6],
])("recorded on %s, the question due on %s", (recorded, day, months) => {
  expect(dueMonths(recorded, day)).toBe(months);
});

test("nothing was signed by “no agreement”, and only “other” needs words", () => {
  expect(CONCLUDED_KINDS).toContain("other");
  expect(CONCLUDED_KINDS).not.toContain("no-agreement");
  expect([needsWords("other"), needsWords("licence"), needsWords("unheard-of")]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ["licence", []],
  ["marriage", ["notInList"]],
  ["", ["notChosen"]],
])("the kind %j", (agreementKind, codes) => {
  const sent = { projectId: "00000000-0000-4000-8000-000000000001", before: "", agreementKind };
  const parsed = recordOutcomeInput.safeParse(sent);
  expect(parsed.error?.issues.map(({ message }) => message) ?? []).toEqual(codes);
});
