import { expect, test } from "vitest";
import { safeReturnPath } from "@/lib/core/paths";
import { signInHref } from "./sign-in-href";

const backFrom = (current: string) => {
  const { pathname, searchParams } = new URL(signInHref("zh", current), "http://a");
  expect(pathname).toBe("/zh/sign-in");
  return searchParams.get("from");
};

test.each(["/events/rencontre-a-canton", "/organisations?sector=energy&q=茶"])(
  "who signs in on %s comes back to it",
  (current) => {
    const from = backFrom(current);
    expect(safeReturnPath("zh", from ?? undefined)).toBe(from);
    expect(decodeURIComponent(from ?? "")).toBe(`/zh${current}`);
  },
);

test.each([
  "/",
  "/about",
  "/sign-in?from=%2Fzh%2Fevents",
  "/welcome?token=a",
  "/apply/resume?token=a",
])("from %s one goes home", (current) => expect(backFrom(current)).toBeNull());
