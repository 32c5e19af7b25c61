import { expect, test } from "vitest";
import { closesOn, isOpenOn } from "./ask";
import { postAskInput } from "./schema";

const codeOf = (text: unknown) =>
  postAskInput.safeParse({ locale: "fr", text }).error?.issues[0]?.message ?? null;

test.each([
  ["", "required"],
  ["Qui connaît un bon transitaire ?", "tooShort"],
  ["Qui connaît un bon transitaire à Chongqing ?", null],
  ["谁了解重庆到里昂的铁路运输？", null],
  ["谁了解重庆铁路？", "tooShort"],
  ["a".repeat(400), null],
  ["a".repeat(401), "tooLong"],
])("%j is answered with %s", (text, code) => {
  expect(codeOf(text)).toBe(code);
});

test("what is typed in several lines is one", () => {
  const text = "Qui connaît un transitaire\n\nà Chongqing, même petit ?";
  expect(postAskInput.parse({ locale: "fr", text }).text).toBe(
    "Qui connaît un transitaire à Chongqing, même petit ?",
  );
});

test.each([
  ["2026-11-01T22:59:00Z", "2026-12-01"],
  ["2026-11-01T23:01:00Z", "2026-12-02"],
])("one published at %s closes on %s in Lyon", (published, day) => {
  const ask = { publishedAt: new Date(published) };
  expect(closesOn(ask)).toBe(day);
  expect(isOpenOn(ask, day)).toBe(false);
  expect(isOpenOn(ask, "2026-11-30")).toBe(true);
});

test("what never was online takes no answers", () => {
  expect(isOpenOn({ publishedAt: null }, "2026-11-30")).toBe(false);
});
