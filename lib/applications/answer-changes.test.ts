import { expect, test } from "vitest";
import { listAnswerChanges } from "./answer-changes";
import type { ApplicationAnswers } from "./answers";

const before: ApplicationAnswers = {
  familyName: "Montclair",
  pitch: { fr: "Nous tissons la soie.", zh: "我们织造丝绸。" },
  expectations: "Trouver un atelier.",
  cities: ["ningbo"],
};

const said = (parts: { value: string; added?: boolean; removed?: boolean }[]) =>
  parts.map(({ value, added, removed }) => (added ? `+${value}` : removed ? `-${value}` : value));

test("answers that stay are not told again", () => {
  expect(listAnswerChanges(before, { ...before }, "fr", "fr")).toEqual([]);
});

test("prose is compared word by word in each language, choices as a whole, in the form's order", () => {
  const after = {
    ...before,
    familyName: "Moncler",
    pitch: { fr: "Nous tissons le lin.", zh: "我们织造丝绸。" },
    expectations: "Trouver deux ateliers.",
    cities: [],
  };
  const changes = listAnswerChanges(before, after, "fr", "fr");
  expect(changes).toHaveLength(4);
  const [name, pitch, cities, expectations] = changes;
  expect(said(name?.parts ?? [])).toEqual(["-Montclair", " → ", "+Moncler"]);
  expect(pitch?.lang).toBe("fr-FR");
  expect(said(pitch?.parts ?? []).join("|")).toContain("Nous tissons ");
  expect(said(cities?.parts ?? [])[0]).toBe("-Ningbo");
  expect(said(expectations?.parts ?? []).join("|")).toContain("Trouver ");
});

test("an answer that is new, and one that is gone, are both told", () => {
  const changes = listAnswerChanges({ wechat: "a_b_c_d" }, { sponsor: "Camille" }, "zh", "zh");
  expect(
    changes.map(({ parts }) => said(parts).filter((part) => /a_b|Camille/.test(part))),
  ).toEqual([["-a_b_c_d"], ["+Camille"]]);
});
