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
