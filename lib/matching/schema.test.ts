import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { dismissCandidateInput, dismissProjectInput, recallDismissalInput } from "./schema";

const id = randomUUID();

test.each([
  ["a project", dismissProjectInput, { slug: "castings-group-purchasing" }, true],
  ["an address that is none", dismissProjectInput, { slug: "../admin" }, false],
  ["nothing", dismissProjectInput, {}, false],
  ["more than was asked", dismissProjectInput, { slug: "castings", memberId: id }, false],
  ["a candidate", dismissCandidateInput, { slug: "castings", candidateId: id }, true],
  [
    "a candidate that is no row",
    dismissCandidateInput,
    { slug: "castings", candidateId: "1" },
    false,
  ],
  ["what is taken back", recallDismissalInput, { dismissalId: id }, true],
  ["what is no row", recallDismissalInput, { dismissalId: "" }, false],
])("%s", (_what, schema, input, isTaken) => {
  expect(schema.safeParse(input).success).toBe(isTaken);
});
