import { expect, test } from "vitest";
import { type FormState, IDLE, savedMeanwhile } from "./form-state";

const conflict: FormState = {
  status: "failed",
  code: "conflict",
  message: "",
  values: { title: "mine", cities: ["lyon"] },
  at: "2026-11-25T09:00:00.000Z",
};

test.each<[string, FormState, string, string | undefined, string | null]>([
  ["what somebody else saved", conflict, "title", "theirs", "theirs"],
  ["that it was emptied", conflict, "title", undefined, ""],
  ["nothing where both agree", conflict, "title", "mine", null],
  ["nothing of a field that was not sent", conflict, "teaser", "theirs", null],
  ["nothing after another refusal", { ...conflict, code: "notFound" }, "title", "theirs", null],
  ["nothing before a submit", IDLE, "title", "theirs", null],
])("beside one's own text stands %s", (_what, state, name, start, shown) => {
  expect(savedMeanwhile(state, name, start)).toBe(shown);
});
