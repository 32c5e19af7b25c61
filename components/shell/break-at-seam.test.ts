import { expect, test } from "vitest";
import { breakAtSeam } from "./break-at-seam";

test.each([
  ["OnlyLyon China Business Club", "OnlyLyon China Business Club"],
  ["里昂商务俱乐部", "里昂商务俱乐部"],
  ["OnlyLyon中国商务俱乐部", "OnlyLyon\u200b中国商务俱乐部"],
])("%s breaks between its scripts alone", (name, drawn) => {
  expect(breakAtSeam(name)).toBe(drawn);
});
