import { expect, test } from "vitest";
import type { Locale } from "@/lib/core/i18n/locales";
import { exchangeTasks } from "./exchange-tasks";

const interest = (id: string, state: "sent" | "more-info-asked" = "sent") => ({
  id,
  state,
  stateAt: new Date(),
  question: state === "sent" ? null : "Combien de métiers,\n par atelier ?",
  title: { fr: "Acheter ensemble" },
  originalLocale: "fr" as const,
});

const interestTasks = (interests: ReturnType<typeof interest>[], locale: Locale) =>
  exchangeTasks({ interests, introductions: [] }, locale);

test("each says what is waited for, the fourth stands behind a link", () => {
  expect(interestTasks([], "fr")).toEqual([]);
  const all = ["a", "b", "c", "d", "e"].map((id) => interest(id));
  const [first, second, ...others] = interestTasks(
    [interest("q", "more-info-asked"), ...all],
    "fr",
  );
  expect(first).toMatchObject({ href: "/fr/interests/q" });
  expect(first?.title).toContain("question");
  expect(second?.title).toBe("Un membre s’intéresse à «\u202fAcheter ensemble\u202f»");
  expect(others.map(({ kind }) => kind)).toEqual(["interest", "more"]);
  expect(others[1]).toMatchObject({ href: "/fr/exchanges" });
  expect(others[1]?.title).toContain("3");
});

test("a question is told in its own words, cut, not only that there is one", () => {
  const asked = interest("q", "more-info-asked");
  const quotes = (tasks: ReturnType<typeof interestTasks>) =>
    tasks.map(({ quote }) => quote?.words);
  expect(quotes(interestTasks([asked], "fr"))).toEqual(["Combien de métiers, par atelier ?"]);
  const [long] = quotes(interestTasks([{ ...asked, question: "métiers ".repeat(90) }], "zh"));
  expect(long).toMatch(/^métiers métiers .*métiers…$/);
  expect(long?.length).toBeLessThanOrEqual(200);
  expect(quotes(interestTasks([interest("a"), { ...asked, question: " " }], "en"))).toEqual([
    undefined,
    undefined,
  ]);
});

test("whoever proposes an exchange is named; what is beyond three of each is counted together", () => {
  const asked = (id: string) => ({
    id,
    createdAt: new Date("2026-11-20T08:00:00Z"),
    isToPass: id === "b",
    familyName: "Vernoux",
    givenName: "Agathe",
    nameOrder: "given-first" as const,
    nameZh: null,
    portrait: null,
    displayName: {},
    isUnnamed: false,
  });
  const introductions = ["a", "b", "c", "d"].map(asked);
  const interests = ["e", "f", "g", "h"].map((id) => interest(id));
  const tasks = exchangeTasks({ interests, introductions }, "fr");
  expect(tasks[0]).toMatchObject({
    href: "/fr/introductions/a",
    title: "Agathe Vernoux vous propose un échange",
  });
  expect(tasks[1]?.title).toBe("Agathe Vernoux vous demande une mise en relation");
  expect(tasks).toHaveLength(7);
  expect(tasks[6]?.title).toContain("2");
});
