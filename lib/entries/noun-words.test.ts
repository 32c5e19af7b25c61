import { expect, test } from "vitest";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { LOCALES } from "@/lib/core/i18n/locales";
import { EVENTS } from "@/lib/events/event";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { PROJECTS } from "@/lib/projects/project";
import { gapName, removalWords } from "./noun-words";

test.each(LOCALES)("a draft is deleted where there are words for it (%s)", (locale) => {
  for (const noun of [PROJECTS, EXPERIENCES])
    expect(removalWords(noun, locale)?.("remove.title")).toMatch(/^(?!.*remove)./);
  for (const noun of [EVENTS, COOPERATIONS]) expect(removalWords(noun, locale)).toBeNull();
});

test("a gap is called by its field and, of a text in one language, by that language", () => {
  const called = (field: string) => gapName(PROJECTS, field, "en");
  expect(called("summary.zh")).toBe(`${called("summary")}\u00a0(简体中文)`);
  expect(called("sectors")).not.toContain("(");
});
