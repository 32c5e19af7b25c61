import { expect, test } from "vitest";
import { getTranslator } from "../i18n/translator";
import { shownFileName, shownSize } from "./file-name";

test.each([
  [1, { amount: 1, unit: "kilobytes" }],
  [7 * 1024, { amount: 7, unit: "kilobytes" }],
  [99 * 1024, { amount: 99, unit: "kilobytes" }],
  [100 * 1024, { amount: 0.1, unit: "megabytes" }],
  [1.26 * 1024 ** 2, { amount: 1.3, unit: "megabytes" }],
  [10 * 1024 ** 2, { amount: 10, unit: "megabytes" }],
] as const)("%i bytes", (bytes, size) => {
  expect(shownSize(bytes)).toEqual(size);
});

test("a language has its own decimal sign and unit, in rooms as in projects", () => {
  const small = shownSize(42 * 1024);
  const large = shownSize(1.5 * 1024 ** 2);
  const fr = getTranslator("fr", "rooms");
  expect([fr("documents.size", small), fr("documents.size", large)]).toEqual([
    "42\u00a0ko",
    "1,5\u00a0Mo",
  ]);
  expect(getTranslator("fr", "entries")("files.pdf", large)).toBe("PDF, 1,5\u00a0Mo");
  expect(getTranslator("en", "entries")("files.image", small)).toBe("Picture, 42 KB");
  expect(getTranslator("zh", "rooms")("documents.size", large)).toBe("1.5 MB");
});

test("of a name of megabytes the end is kept", () => {
  expect(shownFileName(`${"a/".repeat(5_000_000)}plan.pdf`)).toBe("plan.pdf");
  expect(shownFileName(`${"x".repeat(5_000_000)}.pdf`)).toBe(`${"x".repeat(116)}.pdf`);
});
