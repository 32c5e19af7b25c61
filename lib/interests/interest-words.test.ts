import { describe, expect, test } from "vitest";
import { INTEREST_STATES } from "@/db/enums";
import { addDays, today } from "@/lib/core/dates";
import { clockWords, openingWords } from "./interest-words";
import { OPEN_STATES } from "./policy";

const unnamed = { otherStatus: "active", isNamed: false, familyName: null } as const;
const isOver = (state: (typeof INTEREST_STATES)[number]) =>
  !(OPEN_STATES as readonly string[]).includes(state);

describe("what is promised of names and contacts", () => {
  test.each(INTEREST_STATES.filter(isOver))("nothing, once it is %s", (state) => {
    for (const party of ["owner", "sender"] as const) {
      expect(openingWords({ ...unnamed, state, party })).toBeNull();
      expect(openingWords({ ...unnamed, state, party, familyName: "Vernoux" })).toBeNull();
    }
  });

  test.each(OPEN_STATES)("both will read them, as long as it is %s", (state) => {
    expect(openingWords({ ...unnamed, state, party: "owner" })).toBe("hidden");
    expect(openingWords({ ...unnamed, state, party: "sender" })).toBe("hidden");
    expect(openingWords({ ...unnamed, state, party: "sender", isNamed: true })).toBe("named");
    expect(openingWords({ ...unnamed, state, party: "owner", isNamed: true })).toBe("ownerNamed");
    const named = { ...unnamed, state, familyName: "Vernoux" };
    expect(openingWords({ ...named, party: "owner" })).toBe("namedToYou");
    expect(openingWords({ ...named, party: "sender" })).toBe("ownerShown");
  });

  test("that the other is gone, whatever became of it", () => {
    for (const state of INTEREST_STATES) {
      const gone = { ...unnamed, state, otherStatus: "suspended" } as const;
      expect(openingWords({ ...gone, party: "sender" })).toBe("gone");
    }
  });
});

test("an ended contact is said since its end, not since the yes", () => {
  const accepted = { state: "accepted", stateAt: new Date(addDays(today(), -60)) } as const;
  expect(clockWords({ ...accepted, contactEndedOn: null }, "en")).toBe("for 60 days");
  expect(clockWords({ ...accepted, contactEndedOn: addDays(today(), -2) }, "en")).toBe(
    "for 2 days",
  );
});
