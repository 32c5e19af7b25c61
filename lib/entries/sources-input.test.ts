import { expect, test } from "vitest";
import { addDays, today } from "@/lib/core/dates";
import { sourcesInput } from "./sources-input";

const whole = { title1: "Xinhua", url1: "example.org/a", opened1: "2026-11-01" };

const faultsOf = (sent: Record<string, string>) =>
  sourcesInput.safeParse(sent).error?.issues.map(({ path, message }) => [path.join("."), message]);

test("rows that are filled in, in their order, an address with its scheme", () => {
  const second = { title3: "La Tribune", url3: "https://example.org/b", opened3: "2026-11-02" };
  expect(sourcesInput.parse({ ...whole, title2: " ", url2: "", opened2: "", ...second })).toEqual([
    { title: "Xinhua", url: "https://example.org/a", opened: "2026-11-01" },
    { title: "La Tribune", url: "https://example.org/b", opened: "2026-11-02" },
  ]);
  expect(sourcesInput.parse(undefined)).toEqual([]);
});

test.each([
  [{ title1: "" }, "title1", "required"],
  [{ title1: "x".repeat(201) }, "title1", "tooLong"],
  [{ url1: "" }, "url1", "required"],
  [{ url1: "javascript:alert(1)" }, "url1", "notAWebAddress"],
  [{ opened1: "2026-02-30" }, "opened1", "notADate"],
  [{ opened1: addDays(today(), 1) }, "opened1", "openedLater"],
])("%o is told on its field", (values, field, code) => {
  expect(faultsOf({ ...whole, ...values })).toEqual([[field, code]]);
});

test("a name too long says how many characters it may have, and has", () => {
  const { error } = sourcesInput.safeParse({ ...whole, title1: "x".repeat(201) });
  expect(error?.issues).toMatchObject([{ params: { most: 200, typed: 201 } }]);
});
