import { expect, test } from "vitest";
import { projectTabs } from "./project-list-view";

test("who is in the club is shown what fits them; who has left, their own alone", () => {
  const reader = { filters: null, isMember: true, locale: "en" } as const;
  const hrefs = (isMatched: boolean) =>
    projectTabs({ ...reader, isMatched }).map(({ href }) => href);
  expect(hrefs(true)).toContain("/en/matches");
  expect(hrefs(false)).not.toContain("/en/matches");
  expect(hrefs(false)).toContain("/en/projects?mine=1");
});
