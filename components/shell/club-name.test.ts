import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ClubName } from "./club-name";

test.each([
  ["OnlyLyon China Business Club", "OnlyLyon China Business Club"],
  ["里昂商务俱乐部", "里昂商务俱乐部"],
  [
    "OnlyLyon中国商务俱乐部",
    '<span class="wrap-anywhere break-keep">OnlyLyon<wbr/>中国商务俱乐部</span>',
  ],
])("%s breaks between its scripts alone", (name, drawn) => {
  expect(renderToStaticMarkup(createElement(ClubName, { name }))).toBe(drawn);
});
