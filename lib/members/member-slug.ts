import type { NameOrder } from "@/db/enums";
import { fold } from "@/lib/core/text/fold";
import { readName } from "@/lib/search/reading";

const LENGTH = 60;

type Named = { familyName: string; givenName: string; nameOrder: NameOrder; nameZh: string | null };

/**
 * The address of a member's page by the name in its order, Chinese characters read as pinyin: `wang-wei`.
 * Lower-case letters, digits and hyphens, at most 60; `member` when nothing readable is left.
 */
export function slugOfMember({ familyName, givenName, nameOrder, nameZh }: Named): string {
  const parts = nameOrder === "family-first" ? [familyName, givenName] : [givenName, familyName];
  const isHan = /\p{Script=Han}/u.test(parts.join(""));
  // In one piece and the family first, so that a surname is read as one.
  const words = isHan ? readName(familyName + givenName).join(" ") : parts.join(" ");
  return asSlug(words) || asSlug(readName(nameZh ?? "").join(" ")) || "member";
}

function asSlug(text: string): string {
  const slug = fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug.length <= LENGTH ? slug : slug.slice(0, LENGTH).replace(/-[^-]*$/, "");
}
