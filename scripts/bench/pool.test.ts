import { expect, test } from "vitest";
import { buildMemberSearch } from "@/lib/members/search-text";
import { makeMember, REPEATED } from "./pool";
import { seeded } from "./seeded";

test("a repeated member is found and sorted by the names that the portal would write", () => {
  const random = seeded(1);
  const members = Array.from({ length: 60 }, () => makeMember(random));
  for (const again of ["", "bca"]) {
    const named = (text: string) => text.replaceAll(REPEATED, again);
    for (const member of members) {
      const due = buildMemberSearch({ ...member, familyName: named(member.familyName) });
      const { searchNames, sortLatin, sortPinyin } = due;
      expect({
        searchNames: named(member.searchNames),
        sortLatin: named(member.sortLatin),
        sortPinyin: named(member.sortPinyin),
      }).toEqual({ searchNames, sortLatin, sortPinyin });
    }
  }
});
