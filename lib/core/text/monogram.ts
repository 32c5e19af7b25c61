/**
 * What stands beside a name: a picture, by its address without its side in pixels (`/api/portraits/<id>/`), or a sign on
 * one of six tints.
 */
export type Face = { src: string } | { sign: string; tint: number };

export const TINTS = 6;

/**
 * The first letter or figure of a name, a capital where its script has them (赵 of 赵文琪, É of élise), on a tint that
 * follows from `seed`: the same in every language. A name without any has an empty sign.
 */
export function monogram(name: string, seed: string): Face {
  const sign = /[\p{L}\p{N}]/u.exec(name.slice(0, 80).normalize("NFC"))?.[0] ?? "";
  return { sign: sign.toLocaleUpperCase("und"), tint: tintOf(seed) };
}

function tintOf(seed: string): number {
  let sum = 7;
  for (const one of seed.slice(0, 200)) sum = (sum * 31 + (one.codePointAt(0) ?? 0)) % 65_521;
  return sum % TINTS;
}
