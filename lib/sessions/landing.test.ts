import { expect, test } from "vitest";
import { landing } from "./landing";

const whole = { isHalf: false, owesFactor: false, status: "active" } as const;

test.each([
  ["home", whole, undefined, "/home"],
  [
    "back where one came from, in the language of the page",
    whole,
    "/zh/projects?q=x",
    "/projects?q=x",
  ],
  ["home rather than to another site", whole, "//evil.example", "/home"],
  ["to one's status", { ...whole, status: "pending" as const }, "/fr/projects", "/account"],
  [
    "to set up a second factor",
    { ...whole, owesFactor: true },
    "/fr/admin",
    "/account/second-factor",
  ],
  ["to give it", { ...whole, isHalf: true }, undefined, "/sign-in/second-factor"],
  [
    "to give it, and then back",
    { ...whole, isHalf: true, status: "suspended" as const },
    "/fr/admin",
    "/sign-in/second-factor?next=%2Ffr%2Fadmin",
  ],
])("one goes %s", (_where, signedIn, next, to) => {
  expect(landing(signedIn, next, "fr")).toBe(to);
});
