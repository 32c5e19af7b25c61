import { expect, test } from "vitest";
import { email } from "./fields";
import { mailLink } from "./mail-link";

test.each([
  ["anne.zola+club@example.org", "anne.zola%2Bclub@example.org"],
  ["anne?cc=spy%40example.net&body=x@example.org", null],
  ["a#b@example.org", null],
])("a link that writes to %s writes to nobody else, and no words", (typed, whole) => {
  const { pathname, search, hash } = new URL(mailLink(email.parse(typed)));
  expect([search, hash]).toEqual(["", ""]);
  expect(decodeURIComponent(pathname)).toBe(typed);
  if (whole) expect(pathname).toBe(whole);
});
