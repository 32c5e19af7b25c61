import { expect, test } from "vitest";
import { chipsOf, present, said, searchOf, spoken } from "./list-view";

test("the language of words is told where it is not the reader's", () => {
  expect(said({ text: "Soie", lang: "fr" }, "fr")).toBe("Soie");
  expect(said({ text: "Soie", lang: "fr" }, "zh")).toEqual({ text: "Soie", lang: "fr-FR" });
  expect(spoken("Soie")).toEqual({ text: "Soie" });
  expect(spoken({ text: "丝绸", lang: "zh-Hans" })).toEqual({ text: "丝绸", lang: "zh-Hans" });
});

test("a card holds no name of what it does not say, and keeps what is null", () => {
  const card = present({ href: "/fr", note: undefined, logo: null, text: "" });
  expect(Object.keys(card)).toEqual(["href", "logo", "text"]);
});

test("what is asked of a list is the query of its address", () => {
  expect(searchOf("/fr/projects?q=soie&page=2")).toBe("q=soie&page=2");
  expect(searchOf("/fr/projects")).toBe("");
});

test("each filter in force leads to the list without it, the words first, then in the order of the choices", () => {
  const choices = [
    ["silk", "Soie", 3],
    ["water", "Eau", null],
    ["energy", "Énergie", 0],
  ] as const;
  const facets = [
    {
      name: "sector",
      legend: "Secteurs",
      chosen: ["energy", "silk"],
      groups: [{ choices: [...choices] }],
    },
    { name: "city", legend: "Villes", chosen: [], groups: [] },
  ];
  type Filters = { q: string; sectors: string[]; cities: string[] };
  const hrefOf = (change: Partial<Filters>) => JSON.stringify(change);
  expect(chipsOf({ q: "thé", facets }, ["sectors", "cities"], "« thé »", hrefOf)).toEqual([
    { label: "« thé »", href: '{"q":""}' },
    { label: "Soie", href: '{"sectors":["energy"]}' },
    { label: "Énergie", href: '{"sectors":["silk"]}' },
  ]);
  expect(chipsOf({ q: "", facets: [] }, [], "", hrefOf)).toEqual([]);
});
