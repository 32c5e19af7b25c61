import fs from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Icon, type IconName } from "./icon";

const css = fs.readFileSync("app/faces.css", "utf8");
const drawn = [...css.matchAll(/%3Cpath(?: transform='translate\((\d+)\)')? d='([^']+)'/g)];
const numbers = [...css.matchAll(/\.sign-([a-z]+) \{\s*--sign: (\d+);/g)];

test("the style sheet draws each sign where its number says, as an icon of its name is drawn", () => {
  expect(numbers.map(([, , number]) => Number(number))).toEqual(drawn.map((_, at) => at));
  expect(drawn.map(([, left = 0]) => Number(left))).toEqual(drawn.map((_, at) => at * 24));
  expect(css).toContain(`viewBox='0 0 ${drawn.length * 24} 24'`);
  expect(css).toContain(`calc(var(--sign) / ${drawn.length - 1} * 100%)`);
  for (const [at, [, name]] of numbers.entries()) {
    // A bell is drawn by the style sheet alone.
    if (name === "bell") continue;
    expect(renderToStaticMarkup(createElement(Icon, { name: name as IconName }))).toContain(
      `d="${drawn[at]?.[2]}"`,
    );
  }
});
