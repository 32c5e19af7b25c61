import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { acceptanceWords } from "./acceptance-words";

test.each(LOCALES)("in %s what follows from accepting names the room as it is", (locale) => {
  const rooms = [null, { people: 3, isClosed: false }, { people: 3, isClosed: true }];
  const said = rooms.map((room) => acceptanceWords(room, locale));
  expect(new Set(said).size).toBe(3);
  expect(said[1]).toMatch(/3/);
  if (locale === "zh") expect(said.join()).not.toMatch(/。\s/);
  else for (const one of said) expect(one).toMatch(/\. \p{Lu}/u);
});
