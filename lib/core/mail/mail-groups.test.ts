import { expect, test } from "vitest";
import { mailGroupOf } from "./mail-groups";

test.each([
  "signInCode",
  "passwordReset",
  "passwordChanged",
  "secondFactorSetUp",
  "secondFactorReset",
  "recoveryCodeUsed",
  "accountSuspended",
  "accountReinstated",
  "roleChanged",
  "projectRefused",
] as const)("%s cannot be switched off", (kind) => {
  expect(mailGroupOf(kind)).toBeNull();
});

test("a request to join an organisation can", () => {
  expect(mailGroupOf("affiliationRequested")).toBe("organisations");
});
