import { expect, test, vi } from "vitest";
import { seal, unseal } from "./seal";

const settings = vi.hoisted(() => ({ AUTH_SECRET: "a-secret-of-the-tests-and-of-nothing-else" }));
vi.mock("../env", () => ({ env: () => settings }));

const sealed = seal("JBSWY3DPEHPK3PXP 里昂", "second-factor a");

test("what is sealed opens again, and never looks the same twice", () => {
  expect(unseal(sealed, "second-factor a")).toBe("JBSWY3DPEHPK3PXP 里昂");
  expect(seal("JBSWY3DPEHPK3PXP 里昂", "second-factor a")).not.toBe(sealed);
});

test.each([
  ["of somebody else", sealed, "second-factor b"],
  ["that was changed", `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`, ""],
  ["with a sign too many, which base64 passes over", `${sealed}!`, ""],
  ["cut short", sealed.slice(0, 30), ""],
  ["without anything", "", ""],
])("a seal %s does not open", (_name, text, about) => {
  expect(unseal(text, about || "second-factor a")).toBeNull();
});

test("nor one made with another secret", () => {
  settings.AUTH_SECRET = "another-secret-of-the-tests-of-the-seal";
  expect(unseal(sealed, "second-factor a")).toBeNull();
});
