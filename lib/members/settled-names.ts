import type { ErrorCode } from "@/lib/core/errors";
import { latinFault } from "@/lib/core/text/names";
import { simplified } from "@/lib/search/simplified";
import { splitChineseName } from "./chinese-name";
import { type LatinName, proposeLatinName } from "./latin-name";

export type TypedNames = LatinName & { nameZh: string };

const HAN = /\p{Script=Han}/u;
const OTHER_EASTERN = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The names as they go into their fields: Chinese characters typed where Latin letters belong move to the Chinese name,
 * and an empty Latin name gets the reading of the Chinese one, which its owner is shown to correct (`isProposed`). What
 * fits nowhere (two different Chinese names, one too long, Japanese or Korean, a surname or a given name alone) stays as it
 * was typed.
 */
export function settleNames({
  familyName,
  givenName,
  nameZh: asked,
}: TypedNames): TypedNames & { isProposed: boolean } {
  const typed = { familyName, givenName, nameZh: asked };
  const asTyped = { ...typed, isProposed: false };
  const family = partsOf(typed.familyName);
  const given = partsOf(typed.givenName);
  const isFilled = family.latin !== "" && given.latin !== "";
  if (isFilled && !family.han && !given.han) return asTyped;
  const written = holdsBoth(family.han, given.han) ? family.han : family.han + given.han;
  const nameZh = together(typed.nameZh, written);
  if (nameZh === null || OTHER_EASTERN.test(typed.familyName + typed.givenName)) return asTyped;
  const whole = proposeLatinName(nameZh);
  if (nameZh === written && isHalf(family, given, whole)) return asTyped;
  const proposed = whole ?? loneReading(family.han, given.han);
  const settled = {
    familyName: family.latin || proposed.familyName,
    givenName: given.latin || proposed.givenName,
    nameZh,
  };
  const isProposed = (Object.keys(settled) as (keyof TypedNames)[]).some(
    (field) => settled[field] !== typed[field],
  );
  return { ...settled, isProposed };
}

/** The Latin names that hold Chinese characters, but those that were `before`: a name kept as it is may stay so. */
export function latinFaults(
  names: LatinName,
  before?: LatinName,
): { field: keyof LatinName; code: ErrorCode }[] {
  return (["familyName", "givenName"] as const).flatMap((field) => {
    const code = names[field] === before?.[field] ? null : latinFault(names[field]);
    return code ? [{ field, code }] : [];
  });
}

/** What keeps typed names from being kept: both Latin ones are needed in the end (`settleNames`), without characters. */
export function nameFaults(typed: TypedNames): { field: keyof LatinName; code: ErrorCode }[] {
  const settled = settleNames(typed);
  const missing = (["familyName", "givenName"] as const).filter((field) => settled[field] === "");
  return [
    ...missing.map((field) => ({ field, code: "required" as const })),
    ...latinFaults(settled),
  ];
}

/**
 * What is kept of the names typed over those `before`, see `settleNames`. Where neither Latin field was changed nothing is
 * moved or read: nobody asked for it.
 */
export function settleChangedNames(
  before: LatinName,
  typed: TypedNames,
): TypedNames & { isProposed: boolean } {
  const isLatinKept =
    typed.familyName === before.familyName && typed.givenName === before.givenName;
  return isLatinKept ? { ...typed, isProposed: false } : settleNames(typed);
}

type Part = { han: string; latin: string };

/** Brackets held one script beside the other. */
function partsOf(text: string): Part {
  if (!HAN.test(text)) return { han: "", latin: text };
  const han = text.replace(/[^\p{Script=Han}·•・]/gu, "");
  return {
    han,
    latin: text
      .replace(/[\p{Script=Han}·•・()（）[\]【】]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
  };
}

/** Whether the given name is written twice, the first time after the surname (`吴佳绫`, `佳绫`); `林`, `林` is a name of two. */
const holdsBoth = (family: string, given: string) =>
  family.endsWith(given) && splitChineseName(family + given).family !== family;

/** Whether characters in one field are a part of the name only: what the other field has in Latin letters is not in them. */
function isHalf(family: Part, given: Part, whole: LatinName | null): boolean {
  if (family.han && given.han) return false;
  const [other, read] = family.han
    ? [given.latin, whole?.givenName]
    : [family.latin, whole?.familyName];
  return !read || (other !== "" && lettersOf(other) !== lettersOf(read));
}

const lettersOf = (name: string) => name.replace(/\P{L}/gu, "").toLowerCase();

/** One Chinese name of two, in simplified or traditional characters: the longer one; null where they differ. */
function together(nameZh: string, written: string): string | null {
  const [known, moved] = [nameZh, written].map((name) => simplified(name.replace(/\s/gu, "")));
  if (known?.includes(moved ?? "")) return nameZh;
  return moved?.includes(known ?? "") && Array.from(written).length <= 12 ? written : null;
}

/** Where one part alone is written in characters. */
function loneReading(family: string, given: string): LatinName {
  const read = (part: string) => proposeLatinName(`王${part}`)?.givenName ?? "";
  return {
    familyName: family ? (proposeLatinName(`${family}一`)?.familyName ?? "") : "",
    givenName: given ? read(given) : "",
  };
}
