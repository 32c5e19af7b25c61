import { describe, expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  countWords,
  durationWords,
  errorWords,
  isPlannedTask,
  PLANNED_TASKS,
  taskWords,
} from "./job-words";

test("jobs have words, unknown ones their name", () => {
  expect(taskWords("sweep", "fr")).toBe("Effacer ce qui a expiré");
  expect(taskWords("send-mail", "zh")).toBe("发送邮件");
  expect(taskWords("dance", "en")).toBe("dance");
  expect(PLANNED_TASKS).toContain("warn-of-deadlines");
  expect(isPlannedTask("send-mail")).toBe(false);
});

describe("what a run did", () => {
  test.each([
    [{ warned: 1, failed: 0 }, "en", ["warned"]],
    [{ warned: 3, failed: 2 }, "en", ["warned", "failed"]],
    [{ expired: 0 }, "fr", ["expired"]],
    [{ asked: 2 }, "zh", ["asked"]],
    [{ danced: 2 }, "en", []],
  ] as const)("%j in %s", (counts: Record<string, number>, locale, said) => {
    const t = getTranslator(locale, "jobs");
    const words = said.map((name) => t(`counts.${name}`, { count: counts[name] ?? 0 }));
    expect(countWords(counts, locale)).toEqual(words);
  });
});

test.each([
  [340, "340\u00a0ms"],
  [2540, "2,5\u00a0s"],
  [59_990, "60\u00a0s"],
  [185_000, "3\u00a0min"],
])("%i milliseconds", (ms, words) => {
  expect(durationWords(ms, "fr")).toBe(words);
});

test.each([
  ["fr", "35 lignes sur 60"],
  ["en", "35 of 60 rows"],
  ["zh", "60条中的35条"],
] as const)(
  "a job that stopped for its share says so, and how it is let through: %s",
  (locale, words) => {
    const said = errorWords({ task: "lapse-interests", error: "AbsurdShare 35/60" }, locale);
    expect(said).toContain(words);
    expect(said).toContain("npm run club -- jobs allow lapse-interests");
    expect(errorWords({ task: "sweep", error: "PostgresError 23505" }, locale)).toContain("23505");
  },
);
