import { expect, test } from "vitest";
import { today } from "@/lib/core/dates";
import { contradictInput, endorseInput } from "./schema";

const experienceId = "00000000-0000-4000-8000-000000000001";
const said = { experienceId, locale: "fr", words: "Nous avons fait de même." };
const thisYear = Number(today().slice(0, 4));

const faultsOf = (schema: typeof endorseInput | typeof contradictInput, input: object) =>
  schema.safeParse(input).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

test.each([
  [{}, undefined],
  [{ words: "同样的经历。" }, undefined],
  [{ words: "x".repeat(300) }, undefined],
  [{ words: "" }, ["words required"]],
  [{ words: "Oui, vrai" }, ["words tooShort"]],
  [{ words: "属实。" }, ["words tooShort"]],
  [{ words: "x".repeat(301) }, ["words tooLong"]],
  [{ words: "a\0bcdefghijk" }, ["words unreadableCharacters"]],
  [{ locale: "de" }, ["locale notInList"]],
  [{ experienceId: "1" }, ["experienceId notFound"]],
  [{ memberId: experienceId }, [' Unrecognized key: "memberId"']],
  [{ sinceYear: "2020" }, [' Unrecognized key: "sinceYear"']],
])("an endorsement with %j: %j", (part, faults) => {
  expect(faultsOf(endorseInput, { ...said, ...part })).toEqual(faults);
});

test.each([
  ["2024", undefined],
  ["２０２４", undefined],
  [String(thisYear), undefined],
  ["", ["sinceYear required"]],
  ["depuis peu", ["sinceYear notAYear"]],
  ["1850", ["sinceYear notAYear"]],
  [String(thisYear + 1), ["sinceYear yearTooFar"]],
])("no longer true since %j: %j", (sinceYear, faults) => {
  expect(faultsOf(contradictInput, { ...said, sinceYear })).toEqual(faults);
});
