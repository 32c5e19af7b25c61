import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readUnsubscribeToken, unsubscribeAddresses, unsubscribeToken } from "./unsubscribe-token";

const link = { accountId: randomUUID(), group: "translations" } as const;
const token = unsubscribeToken(link);

test("a token tells whose mails of which group", () => {
  expect(readUnsubscribeToken(token)).toEqual(link);
});

test.each([
  ["nothing", ""],
  ["another group", token.replace("translations", "rooms")],
  ["another account", token.replace(link.accountId, randomUUID())],
  ["a group that is always sent", token.replace("translations", "always")],
  ["another seal", `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`],
  ["more behind it", `${token}.x`],
  ["no seal", token.slice(0, token.lastIndexOf(".") + 1)],
])("%s is not ours", (_, wrong) => {
  expect(readUnsubscribeToken(wrong)).toBeNull();
});

test("the page is in the reader's language, both addresses carry the token", () => {
  const { page, oneClick } = unsubscribeAddresses(link, "zh");
  expect(new URL(page).pathname).toBe("/zh/unsubscribe");
  expect(new URL(page).searchParams.get("token")).toBe(token);
  expect(new URL(oneClick).searchParams.get("token")).toBe(token);
});
