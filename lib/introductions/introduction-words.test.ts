import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { clockWords } from "./introduction-words";

const words = (day: string) =>
  LOCALES.map((locale) =>
    clockWords({ state: "asked", isMine: true, endsOn: "2026-12-04" }, locale, day),
  );

test("a pause is told by the day on which the days count again", () => {
  const [fr, en, zh] = words("2026-10-02");
  expect(fr).toBe(
    "En attente jusqu’au 4\u00a0décembre 2026. En pause jusqu’au 8\u00a0octobre 2026, en raison des grands congés.",
  );
  expect(en).toBe(
    "Waiting until 4\u00a0December 2026. Paused until 8\u00a0October 2026, for the long holidays.",
  );
  expect(zh).toBe("保留至2026年12月4日。长假期间暂停计时至2026年10月8日。");
});

test("in a year of which China has said nothing yet, that is told too", () => {
  const [fr, en, zh] = words("2029-10-02");
  expect(fr).toContain("dates des congés en Chine pas encore publiées");
  expect(en).toContain("China hasn’t published this year’s dates yet");
  expect(zh).toContain("中国尚未公布当年放假安排");
});

test("on any other day only the end is told, and nothing once it was answered", () => {
  expect(words("2026-10-08")[1]).toBe("Waiting until 4\u00a0December 2026");
  const met = { state: "accepted", isMine: true, endsOn: "2026-12-04" } as const;
  expect(clockWords(met, "en", "2026-10-02")).toBeNull();
});
