import { expect, test } from "vitest";
import { diffTexts } from "./text-diff";

const taken = (parts: ReturnType<typeof diffTexts>) =>
  parts.filter(({ removed }) => removed).map(({ value }) => value);
const put = (parts: ReturnType<typeof diffTexts>) =>
  parts.filter(({ added }) => added).map(({ value }) => value);

test("French: one word changes, the rest stays", () => {
  const parts = diffTexts("Deux ateliers à Ningbo", "Trois ateliers à Ningbo", "fr");
  expect(taken(parts)).toEqual(["Deux"]);
  expect(put(parts)).toEqual(["Trois"]);
});

test("Chinese is compared word by word, not as one long word", () => {
  const parts = diffTexts("我们在宁波寻找两家工厂", "我们在广州寻找两家工厂", "zh");
  expect(taken(parts)).toEqual(["宁波"]);
  expect(put(parts)).toEqual(["广州"]);
  const countries = diffTexts("寻找法国伙伴", "寻找德国伙伴", "zh");
  expect([taken(countries), put(countries)]).toEqual([["法国"], ["德国"]]);
});

test("both versions can be read back from the parts", () => {
  const before = "Ligne une.\n\nLigne deux 🙂";
  const after = "Ligne une !\nLigne 2 🙂🙂";
  const parts = diffTexts(before, after, "fr");
  const read = (skip: "added" | "removed") =>
    parts
      .filter((part) => !part[skip])
      .map(({ value }) => value)
      .join("");
  expect(read("added")).toBe(before);
  expect(read("removed")).toBe(after);
});

test("a text that appears is all new", () => {
  expect(diffTexts("", "全新", "zh").every(({ added }) => added)).toBe(true);
});

const words = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => `${word}${index}`).join(" ");

test("a long edit is still told word by word", () => {
  const before = words(2000, "mot");
  const parts = diffTexts(before, before.replace("mot7 ", "autre "), "fr");
  expect([taken(parts), put(parts)]).toEqual([["mot7"], ["autre"]]);
});

test("a rewritten paragraph is told as a whole, those around it stay", () => {
  const before = `Avant.\n${words(300, "mot")}\nAprès.`;
  const after = `Avant.\n${words(300, "autre")}\nAprès.`;
  const parts = diffTexts(before, after, "fr");
  expect(taken(parts)).toEqual([`${words(300, "mot")}\n`]);
  expect(put(parts)).toEqual([`${words(300, "autre")}\n`]);
});

test("a wholly rewritten text of many lines is told as one", () => {
  const [before, after] = [words(900, "a\n"), words(900, "b\n")];
  expect(diffTexts(before, after, "en")).toEqual([
    { value: before, removed: true },
    { value: after, added: true },
  ]);
  expect(diffTexts("", after, "en")).toEqual([{ value: after, added: true }]);
});
