import { expect, test } from "vitest";
import { interestTasks } from "./interest-tasks";

const interest = (id: string, state: "sent" | "more-info-asked" = "sent") => ({
  id,
  state,
  stateAt: new Date(),
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
