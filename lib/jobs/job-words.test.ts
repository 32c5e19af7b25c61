import { describe, expect, test } from "vitest";
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
    [{ warned: 1, failed: 0 }, "en", ["1 warning sent"]],
    [{ warned: 3, failed: 2 }, "en", ["3 warnings sent", "2 went wrong"]],
    [{ expired: 0 }, "fr", ["Aucune échéance passée"]],
    [{ asked: 2 }, "zh", ["已提醒2位会员"]],
    [{ danced: 2 }, "en", []],
  ] as const)("%j in %s", (counts, locale, words) => {
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
