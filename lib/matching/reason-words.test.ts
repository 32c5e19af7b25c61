import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Reason } from "./matching-score";
import { reasonWords } from "./reason-words";

const shaped: [Reason, string][] = [
  [{ kind: "cities", slugs: ["guangzhou"] }, "one of your cities: Guangzhou."],
  [{ kind: "cities", slugs: ["guangdong"] }, "a region where you work: Guangdong."],
  [{ kind: "sectors", slugs: ["energy"] }, "in your sector: Energy"],
  [{ kind: "sectors", slugs: ["textile-fashion"] }, "in your field: Textile and fashion."],
];

test.each(shaped)("%j says what is shown as what it is", (reason, words) => {
  expect(reasonWords(reason, "mine", "en").text).toContain(words);
});

test("an activity in the same region is no activity in a city", () => {
  const activity = { kind: "activity", slug: "a", sector: null, since: 2018 } as const;
  const reason = { ...activity, city: "guangdong", until: null };
  const t = getTranslator("zh", "matching");
  expect(reasonWords(reason, "mine", "zh").text).toBe(
    t("reasons.mine.activityDivision", { since: "2018", city: "广东" }),
  );
  const ended = { ...reason, until: 2020 };
  expect(reasonWords(ended, "mine", "fr").text).toBe(
    getTranslator("fr", "matching")("reasons.mine.activityDivisionEnded", {
      since: "2018",
      until: "2020",
      city: "Guangdong",
    }),
  );
});

test.each(LOCALES)("a reason told in %s quotes no word of another language", (reader) => {
  const inFrench = { count: 1, locale: "fr", words: ["soie"] } as const;
  for (const kind of ["offer", "need", "trade"] as const) {
    for (const side of ["mine", "theirs"] as const) {
      const { text, quoted } = reasonWords(
        { kind, shared: { ...inFrench, words: [...inFrench.words] } },
        side,
        reader,
      );
      if (reader === "fr") expect(quoted).toContain("soie");
      else expect([quoted, /[:：]$/.test(text)]).toEqual([null, false]);
    }
  }
});
