import { expect, test } from "vitest";
import { formatNumber } from "./numbers";

test("four digits stay together in Chinese alone", () => {
  expect(formatNumber(5000, "zh")).toBe("5000");
  expect(formatNumber(12_000, "zh")).toBe("12,000");
  expect(formatNumber(5000, "en")).toBe("5,000");
  expect(formatNumber(5000, "fr")).toBe("5\u202f000");
});
