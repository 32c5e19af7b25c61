import { expect, test } from "vitest";
import { pointsOf } from "./points";

test.each([
  ["Préparer la sortie.\nGarder le lien.", ["Préparer la sortie.", "Garder le lien."]],
  [" - un\n\n• deux\r\n3. trois\n4、四\n—cinq", ["un", "deux", "trois", "四", "cinq"]],
  ["2019 a tout changé", ["2019 a tout changé"]],
  ["3,5 tonnes", ["3,5 tonnes"]],
  ["-\n \n", []],
  ["", []],
])("%j has the points %j", (text, points) => {
  expect(pointsOf(text)).toEqual(points);
});
