import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ErasureParts } from "./erasure-parts";

test.each([
  ["fr", /retours d’expérience.*questions.*inscriptions/su],
  ["en", /experiences.*questions.*registrations/su],
  ["zh", /经验分享.*提问.*报名/su],
] as const)("in %s all that an erasure takes away is named", (locale, named) => {
  const [goes] = renderToStaticMarkup(createElement(ErasureParts, { locale })).split("</ul>");
  expect(goes).toMatch(named);
});
