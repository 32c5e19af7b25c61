import { expect, test } from "vitest";
import { chooseSlug as choose, isSlug } from "@/lib/core/text/slug";
import { slugOfTitle } from "@/lib/search/latin-address";
import { draftSlug, isDraftSlug } from "./draft-slug";

const chooseSlug = (base: string, isFree: boolean) => choose("project", base, isFree ? [] : [base]);

test.each([
  [
    { fr: "Un bureau partagé à Canton", en: "A shared office in Guangzhou" },
    "fr",
    "a-shared-office-in-guangzhou",
  ],
  [{ fr: "Îlots de fraîcheur : l’été d’Œuvre" }, "fr", "ilots-de-fraicheur-l-ete-d-oeuvre"],
  [{ zh: "双城丝缘" }, "zh", "shuang-cheng-si-yuan"],
  [{ zh: "AI与广州2027" }, "zh", "ai-yu-guang-zhou-2027"],
  [{ fr: "🧵" }, "fr", ""],
  [{ fr: "mot ".repeat(40) }, "fr", "mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot"],
  [{ fr: "x".repeat(120) }, "fr", "x".repeat(60)],
] as const)("%j", (title, original, slug) => {
  expect(slugOfTitle(title, original)).toBe(slug);
  expect(slug.length).toBeLessThanOrEqual(60);
});

test("an address that is taken, reserved or empty gets a random end", () => {
  expect(chooseSlug("silk", true)).toBe("silk");
  expect(chooseSlug("silk", false)).toMatch(/^silk-[0-9a-f]{4}$/);
  expect(chooseSlug("new", true)).toMatch(/^new-[0-9a-f]{4}$/);
  expect(chooseSlug("", true)).toMatch(/^project-[0-9a-f]{6}$/);
});

test("the address of a draft is known as one", () => {
  expect(isDraftSlug(draftSlug())).toBe(true);
  expect(isDraftSlug("draft-beer")).toBe(false);
  expect(isSlug("a\0b")).toBe(false);
});
