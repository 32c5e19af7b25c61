import { expect, test } from "vitest";
import { PROJECT_CHOICES, PROJECT_TEXTS, type ProjectContent, readContent } from "./project";

const EMPTY = readContent({}, {});

const FULL: ProjectContent = {
  ...EMPTY,
  title: { fr: "Acheter ensemble", en: "Buying together" },
  deadline: "2026-12-31",
  sectors: ["textile"],
  acceptingInterests: false,
  provenance: { title: { en: { origin: "person", by: "somebody", isReviewed: true } } },
};

test("what is written today is read as it is, without what is unknown", () => {
  expect(readContent(JSON.parse(JSON.stringify({ ...FULL, fieldOfTomorrow: "CNY" })), {})).toEqual(
    FULL,
  );
});

test("nothing at all is empty", () => {
  for (const field of PROJECT_TEXTS) expect(EMPTY[field]).toEqual({});
  for (const field of PROJECT_CHOICES.slice(1)) expect([null, []]).toContainEqual(EMPTY[field]);
  for (const nothing of [null, undefined, 5, "title", [], [FULL], true]) {
    expect(readContent(nothing, {})).toEqual(EMPTY);
  }
});

const FIELDS = Object.keys(EMPTY) as (keyof ProjectContent)[];
const OF_NO_USE = [5, "soon", null, {}, [5], { fr: 5 }, { title: { en: "you" } }];

test.each(FIELDS)(
  "%s: what is missing is as elsewhere, what is of no use does not break",
  (field) => {
    const { [field]: _, ...rest } = FULL;
    const kept = field === "provenance" ? {} : FULL[field];
    expect(readContent(rest, FULL)[field]).toEqual(kept);
    for (const value of OF_NO_USE) {
      const read = readContent({ ...FULL, [field]: value }, {});
      expect({ ...read, [field]: 0 }).toEqual({ ...FULL, [field]: 0 });
      expect(typeof read[field]).toBe(typeof (EMPTY[field] ?? read[field]));
    }
  },
);

test("a day that no calendar has is none", () => {
  for (const deadline of ["2026-02-31", "soon", "2026-1-1", "0"]) {
    expect(readContent({ ...FULL, deadline }, {}).deadline).toBeNull();
  }
});
