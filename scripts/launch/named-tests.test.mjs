import { expect, test } from "vitest";
import { namedTests } from "./named-tests.mjs";

test.each([
  ["two-tabs-meet", { unit: [], db: [], e2e: ["e2e/journeys/two-tabs-meet.spec.ts"] }],
  ["lib/accounts/policy.test.ts", { unit: ["lib/accounts/policy.test.ts"], db: [], e2e: [] }],
  ["./lib/rooms/mutations.test.ts", { unit: [], db: ["lib/rooms/mutations.test.ts"], e2e: [] }],
  ["db/client.db.test", { unit: [], db: ["db/client.db.test.ts"], e2e: [] }],
])("npm test -- %s runs that and nothing else", (word, expected) =>
  expect(namedTests([word])).toEqual(expected),
);

test("a name that no test has is refused, instead of passing with nothing tried", () =>
  expect(() => namedTests(["no-such-test"])).toThrow("no-such-test"));
