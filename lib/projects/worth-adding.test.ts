import { expect, test } from "vitest";
import { readStored } from "@/lib/entries/stored-entry";
import { PROJECT } from "./project";
import { listWorthAdding } from "./worth-adding";

const posted = {
  originalLocale: "fr",
  progress: "seeking-partners",
  textLevel: "members",
  ownerLevel: "members",
  title: { fr: "Soie" },
};

const found = (more: object) =>
  listWorthAdding(readStored(PROJECT, { ...posted, ...more })).map(
    ({ field, section }) => `${section} ${field}`,
  );

test("a project posted with the least is asked for what partners find it by", () => {
  expect(found({})).toEqual([
    "essentials teaser",
    "essentials sectors",
    "practical cities",
    "essentials title.en",
    "essentials title.zh",
  ]);
});

test("what is there is not asked for again", () => {
  const title = { fr: "Soie", en: "Silk", zh: "丝绸" };
  const chosen = { sectors: ["energy"], cities: ["ningbo"] };
  expect(found({ title, teaser: { zh: "丝" }, ...chosen })).toEqual([]);
});
