import { expect, test } from "vitest";
import { pickText } from "@/lib/core/i18n/localized-text";
import { isOlder } from "./older-text";

const title = { fr: "Acheter ensemble", zh: "共同采购" };
const stale = { title: ["zh"] };

test("the stale translation alone, not the original, another text or a fallback", () => {
  expect(isOlder(stale, "title", pickText(title, "zh", "fr"))).toBe(true);
  expect(isOlder(stale, "title", pickText(title, "fr", "fr"))).toBe(false);
  expect(isOlder(stale, "title", pickText(title, "en", "fr"))).toBe(false);
  expect(isOlder(stale, "teaser", pickText(title, "zh", "fr"))).toBe(false);
  expect(isOlder(stale, "title", null)).toBe(false);
});
