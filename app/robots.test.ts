import { expect, test } from "vitest";
import { swatchOfWord } from "@/lib/core/swatches/swatch";
import { shareHref } from "@/lib/share-pictures/share-address";
import robots from "./robots";

/** Whether a robot may fetch an address: the longest rule that fits decides (RFC 9309, 2.2.2). */
function mayFetch(address: string): boolean {
  const [{ allow, disallow } = {}] = [robots().rules].flat();
  const longest = (rules?: string | string[]) =>
    Math.max(-1, ...[rules ?? []].flat().map((one) => (address.startsWith(one) ? one.length : -1)));
  return longest(allow) >= longest(disallow);
}

test("a robot fetches a page and the picture that a shared link shows, nothing of members", () => {
  const picture = shareHref("zh", "/events", { title: "活动", swatch: swatchOfWord("/events") });
  const { pathname } = new URL(picture, "http://localhost:3000");
  expect(["/fr", "/zh/events", "/en/sign-in", pathname].filter((one) => !mayFetch(one))).toEqual(
    [],
  );
  expect(["/fr/members", "/api/members", "/en/account", "/dev/mail"].filter(mayFetch)).toEqual([]);
  // One for each page that has a way in, and one for each thing that can be reported.
  const ofEachPage = ["/fr/sign-in?from=%2Ffr%2Fevents", "/en/charter/report/project/a"];
  expect([...ofEachPage, "/zh/charter"].filter(mayFetch)).toEqual(["/zh/charter"]);
});
