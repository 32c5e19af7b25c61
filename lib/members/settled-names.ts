import { simplified } from "@/lib/search/simplified";
import { type LatinName, proposeLatinName } from "./latin-name";

export type TypedNames = LatinName & { nameZh: string };

const HAN = /\p{Script=Han}/u;
const OTHER_EASTERN = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The names as they go into their fields: Chinese characters typed where Latin letters belong move to the Chinese name,
 * and an empty Latin name gets the reading of the Chinese one, which its owner is shown to correct (`isProposed`). What
 * fits nowhere (two different Chinese names, one too long, Japanese or Korean) stays as it was typed.
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
  const written = family.han.endsWith(given.han) ? family.han : family.han + given.han;
  const nameZh = together(typed.nameZh, written);
  if (nameZh === null || OTHER_EASTERN.test(typed.familyName + typed.givenName)) return asTyped;
  const isGivenAlone = typed.nameZh === "" && family.han === "" && family.latin !== "";
  const whole = isGivenAlone ? null : proposeLatinName(nameZh);
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

function partsOf(text: string): { han: string; latin: string } {
  if (!HAN.test(text)) return { han: "", latin: text };
  const han = text.replace(/[^\p{Script=Han}·•・]/gu, "");
  return {
    han,
    latin: text
      .replace(/[\p{Script=Han}·•・]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
  };
}

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
