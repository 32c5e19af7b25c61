import { expect, test } from "vitest";
import type { RequestState, RevisionState } from "@/db/enums";
import { standingOf } from "./offer-standing";

const cases: [RequestState, RevisionState | null, string, ReturnType<typeof standingOf>][] = [
  ["open", null, "", "offered"],
  ["withdrawn", null, "", null],
  ["declined", null, "", "declined"],
  ["declined", null, "摘要", null],
  ["accepted", "draft", "", "accepted"],
  ["accepted", "submitted", "旧", "accepted"],
  ["accepted", "changes-requested", "", "accepted"],
  ["accepted", "withdrawn", "", "notPublished"],
  ["accepted", "refused", "", "notPublished"],
  ["accepted", "published", "摘要", null],
  ["accepted", "published", "改", null],
  ["accepted", null, "摘要", null],
];

test.each(cases)("%s, in an edit that is %s, with %j online: %s", (state, edit, live, standing) => {
  expect(standingOf({ state, edit, words: "摘要" }, live)).toBe(standing);
});
