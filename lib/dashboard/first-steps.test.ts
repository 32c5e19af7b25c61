import { expect, test } from "vitest";
import { type FirstSteps, listFirstSteps } from "./first-steps";

const applied = {
  activityKinds: ["sourcing", "export"],
  stage: "exploring",
  cities: ["shenzhen", "hong-kong"],
  sectors: ["energy"],
};

const nothingYet: FirstSteps = { hasOrganisation: false, ownKinds: [], applied: null };

const steps = (values: Partial<FirstSteps>) =>
  listFirstSteps({ ...nothingYet, ...values }, "fr").map(({ kind, href }) => [kind, href]);

test("whoever has nothing yet adds an organisation and an activity", () => {
  expect(steps({})).toEqual([
    ["organisation", "/fr/organisations/new"],
    ["activity", "/fr/activities/new"],
  ]);
});

test("the first activity begins with what the application told", () => {
  expect(steps({ hasOrganisation: true, applied })).toEqual([
    [
      "activity",
      "/fr/activities/new?kind=sourcing&stage=exploring&cities=shenzhen&cities=hong-kong&sectors=energy",
    ],
  ]);
});

test("a kind that is described gives way to the next; when all are, nothing is left", () => {
  const member = { hasOrganisation: true, applied };
  const [[, next] = []] = steps({ ...member, ownKinds: ["sourcing"] });
  expect(next).toContain("kind=export");
  expect(steps({ ...member, ownKinds: ["export", "sourcing"] })).toEqual([]);
});

test("a kind that the list no longer knows is not proposed", () => {
  const old = { ...applied, activityKinds: ["silk-road"] };
  expect(steps({ hasOrganisation: true, applied: old })).toEqual([
    ["activity", "/fr/activities/new"],
  ]);
});

test("a club account without a profile has no first steps", () => {
  expect(listFirstSteps(null, "fr")).toEqual([]);
});
