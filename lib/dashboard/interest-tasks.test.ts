import { expect, test } from "vitest";
import { interestTasks } from "./interest-tasks";

const interest = (id: string, state: "sent" | "more-info-asked" = "sent") => ({
  id,
  state,
  stateAt: new Date(),
  question: state === "sent" ? null : "Combien de métiers,\n par atelier ?",
  title: { fr: "Acheter ensemble" },
  originalLocale: "fr" as const,
});

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
  expect(others[1]).toMatchObject({ href: "/fr/interests?group=new" });
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
