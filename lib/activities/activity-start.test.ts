import { expect, test } from "vitest";
import { readActivityStart } from "./activity-start";

const organisations = [
  { id: "1", slug: "main" },
  { id: "2", slug: "second" },
];

test("takes the answers that the address gives", () => {
  const asked = {
    kind: "export",
    stage: "exploring",
    cities: ["guangzhou", "nowhere", "guangzhou"],
    sectors: "energy",
    organisation: "second",
  };
  expect(readActivityStart(asked, organisations)).toEqual({
    kind: "export",
    direction: "lyon-to-china",
    stage: "exploring",
    cities: ["guangzhou"],
    sectors: ["energy"],
    organisationId: "2",
  });
});

test("leaves out what is unknown or somebody else's, and offers the main organisation", () => {
  const asked = { kind: "spying", stage: "over", organisation: "theirs" };
  expect(readActivityStart(asked, organisations)).toEqual({
    kind: undefined,
    direction: undefined,
    stage: undefined,
    cities: [],
    sectors: [],
    organisationId: "1",
  });
  expect(readActivityStart({}, []).organisationId).toBeUndefined();
});

test("a kind that goes either way leaves the direction open", () => {
  expect(readActivityStart({ kind: "rd-cooperation" }, []).direction).toBeUndefined();
});
