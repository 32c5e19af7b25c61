import { describe, expect, test } from "vitest";
import { MEMBERSHIP_STATUSES } from "@/db/enums";
import { barOf, isThere, mayAct, mayRead } from "./standing";

const STANDINGS = {
  pending: "",
  active: "reads acts there",
  suspended: "",
  lapsed: "reads there",
  left: "",
};

describe("what a membership allows", () => {
  test.each(MEMBERSHIP_STATUSES)("%s", (status) => {
    const person = { status };
    const allowed = [
      mayRead(person) && "reads",
      mayAct(person) && "acts",
      isThere(person) && "there",
    ];
    expect(allowed.filter(Boolean).join(" ")).toBe(STANDINGS[status]);
    expect(barOf(person)).toBe(mayAct(person) ? null : status);
  });

  test("a visitor, and one who was erased, may nothing", () => {
    for (const nobody of [null, undefined, { status: null }])
      expect([mayRead(nobody), mayAct(nobody), isThere(nobody)]).toEqual([false, false, false]);
  });
});
