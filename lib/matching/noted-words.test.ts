import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import memberFile from "@/db/seed/demo/members.json";
import projectFile from "@/db/seed/demo/projects.json";
import { tellingWords } from "./matching-words";
import { noteWords, readNoted, readSought, readTelling, WORDS_VERSION } from "./noted-words";
import { soughtTexts } from "./sought-texts";

test("words come back as they were noted, in each language a text is written in", () => {
  for (const { offers } of memberFile.items) {
    const words = tellingWords(offers);
    expect(readNoted(JSON.parse(JSON.stringify(noteWords(words))))).toEqual(words);
  }
  const general = tellingWords({ fr: "Avec vous.", zh: "我们" });
  expect(general).toEqual({ fr: new Map(), zh: new Map() });
  expect(readNoted(noteWords(general))).toEqual(general);
});

test("noted or found now, the words of a text are the same; of one that is not seen there are none", () => {
  for (const { needs } of memberFile.items) {
    const noted = { words: noteWords(tellingWords(needs)) };
    expect(readTelling({ noted })).toEqual(readTelling({ texts: { text: needs } }));
  }
  expect(readTelling({ texts: {} })).toEqual({});
  for (const { teaser, sought, offered } of projectFile.items) {
    const texts = { teaser, sought, offered };
    const words = soughtTexts(texts);
    const noted = {
      sought: noteWords(words.sought),
      called: noteWords(words.called),
      offered: noteWords(words.offered),
    };
    expect(readSought({ noted })).toEqual(readSought({ texts }));
  }
});

/** Of the files that decide which words a text gives. Whoever changes one raises `WORDS_VERSION`, then writes its digest here. */
const DIGEST = "3d191ffc0ef2";

test("another way to find words is another version of them", () => {
  const hash = createHash("sha256");
  for (const name of ["matching-words", "general-words", "sought-texts"]) {
    hash.update(readFileSync(`${import.meta.dirname}/${name}.ts`, "utf8"));
  }
  expect([WORDS_VERSION.split(" ")[0], hash.digest("hex").slice(0, 12)]).toEqual(["2", DIGEST]);
});
