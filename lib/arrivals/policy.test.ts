import { expect, test } from "vitest";
import type { MembershipStatus, Role } from "@/db/enums";
import { canForget, canRemind, keptUntil } from "./policy";

const administrator = { role: "administrator" as Role, status: "active" as MembershipStatus };
const waits = {
  status: "pending" as MembershipStatus,
  isBroughtIn: true,
  erasureDueAt: null,
  broughtOn: "2026-06-01",
  invitedOn: "2026-08-01",
  remindedOn: null,
};

test.each([
  ["2026-08-14", false],
  ["2026-08-15", true],
  ["2026-12-24", true],
])("fourteen days after the link somebody may be reminded: on %s %s", (day, may) => {
  expect(canRemind(administrator, waits, day)).toBe(may);
});

test("nobody is reminded twice, nor before they have a link", () => {
  const reminded = { ...waits, remindedOn: "2026-08-20" };
  expect(canRemind(administrator, reminded, "2026-12-24")).toBe(false);
  expect(canRemind(administrator, { ...waits, invitedOn: null }, "2026-12-24")).toBe(false);
});

test.each([
  ["2026-10-30", false],
  ["2026-10-31", true],
])("ninety days after the link, data may be deleted: on %s %s", (day, may) => {
  expect(keptUntil(waits)).toBe("2026-10-30");
  expect(canForget(administrator, waits, day)).toBe(may);
});

test("without a link the days count from when somebody was brought in", () => {
  expect(keptUntil({ ...waits, invitedOn: null })).toBe("2026-08-30");
});
