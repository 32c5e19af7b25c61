import { describe, expect, test } from "vitest";
import { freeSlug } from "@/lib/core/text/slug";
import { slugOfMember } from "./member-slug";

const named = (familyName: string, givenName: string, nameZh: string | null = null) => ({
  familyName,
  givenName,
  nameZh,
});

describe("a member's address", () => {
  test.each([
    [named("Montclair", "Élodie"), "given-first", "elodie-montclair"],
    [named("Wang", "Wei", "王伟"), "family-first", "wang-wei"],
    [named("单", "伟"), "family-first", "shan-wei"],
    [named("曾", "明"), "given-first", "zeng-ming"],
    [named("O’Brien", "Nguyễn"), "given-first", "nguyen-o-brien"],
    [named("Ольга", "Анна", "安娜"), "given-first", "an-na"],
    [named("Ольга", "Анна"), "given-first", "member"],
  ] as const)("%j, %s: %s", (name, nameOrder, slug) => {
    expect(slugOfMember({ ...name, nameOrder })).toBe(slug);
  });

  test("stays short", () => {
    const long = slugOfMember({
      ...named("a".repeat(50), "b".repeat(50)),
      nameOrder: "given-first",
    });
    expect(long.length).toBeLessThanOrEqual(60);
  });

  test("the next one of that name is numbered", () => {
    expect(freeSlug("wang-wei", [])).toBe("wang-wei");
    expect(freeSlug("wang-wei", ["wang-wei", "wang-wei-2", "wang-weiwei"])).toBe("wang-wei-3");
  });
});
