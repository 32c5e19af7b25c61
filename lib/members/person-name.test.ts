import { describe, expect, test } from "vitest";
import { greetingName, viewerName } from "@/lib/core/auth/viewer-type";
import { shownName } from "./member-card";
import { personName } from "./person-name";

const zhao = {
  familyName: "Zhao",
  givenName: "Wenqi",
  nameOrder: "given-first",
  nameZh: "赵文琪",
  displayName: {},
} as const;
const martin = { ...zhao, familyName: "Martin", givenName: "Luc", nameZh: null } as const;
/** As people typed it before the form asked for both scripts. */
const typed = { ...zhao, familyName: "吴", givenName: "佳绫", nameZh: null } as const;

describe("the club team reads the script of its language first", () => {
  test.each([
    ["zh", "赵文琪 Wenqi Zhao"],
    ["fr", "Wenqi Zhao 赵文琪"],
    ["en", "Wenqi Zhao 赵文琪"],
  ] as const)("%s: %s", (locale, name) => {
    expect(personName(zhao, locale)).toBe(name);
  });

  test("one script is enough, and nobody is nobody", () => {
    expect(personName(martin, "zh")).toBe("Luc Martin");
    expect(personName({ ...martin, familyName: null, givenName: null }, "zh")).toBe("");
    const club = { familyName: null, givenName: null, nameOrder: null, nameZh: null };
    expect(personName({ ...club, displayName: { zh: "秘书处" } }, "zh")).toBe("秘书处");
  });
});

test("a person is greeted by the Chinese name in Chinese only", () => {
  expect(greetingName(zhao, "zh")).toBe("赵文琪");
  expect(greetingName(zhao, "fr")).toBe("Wenqi Zhao");
  expect(greetingName(martin, "zh")).toBe("Luc Martin");
  expect(viewerName({ name: "Wenqi Zhao", nameZh: "赵文琪" }, "zh")).toBe("赵文琪");
  expect(viewerName({ name: "Wenqi Zhao", nameZh: "赵文琪" }, "en")).toBe("Wenqi Zhao");
  expect(viewerName({ name: "Luc Martin", nameZh: null }, "zh")).toBe("Luc Martin");
});

test("characters in the fields for Latin letters are a Chinese name, the family first", () => {
  for (const locale of ["fr", "zh"] as const) {
    expect(shownName(typed, locale)).toEqual({
      text: "吴佳绫",
      isChinese: true,
      other: null,
      face: { sign: "吴", tint: expect.any(Number) },
    });
    expect(greetingName(typed, locale)).toBe("吴佳绫");
  }
});
