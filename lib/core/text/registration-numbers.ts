/** Numbers by which a company or institution is registered in France and in mainland China. */
export type NumberKind = "siren" | "siret" | "vat" | "uscc";

/** No number is longer, however it is spaced. */
const LONGEST = 100;

/**
 * A number as it is compared and stored: capital letters and digits, without spaces, dots and hyphens.
 * Full-width characters of a Chinese keyboard become plain ones. Any text comes in; nothing is judged, and one of more than 100 characters is left as it is.
 */
export function compactNumber(text: string): string {
  if (text.length > LONGEST) return text;
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.\p{Pd}\u2212\p{Cf}]/gu, "");
}

/** Luhn's sum (ISO/IEC 7812-1): from the right, every second digit doubled, its own digits added up. */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

/** SIREN of a legal unit: 9 digits, not all 0, whose Luhn sum is a multiple of 10 (INSEE). `compact` as of `compactNumber`. */
export function isSiren(compact: string): boolean {
  return /^(?!0+$)\d{9}$/.test(compact) && luhnSum(compact) % 10 === 0;
}

/** SIREN of La Poste, whose thousands of branches outran Luhn's numbers. */
const LA_POSTE = "356000000";

/**
 * SIRET of an establishment: its SIREN and 5 digits, Luhn over all 14 (INSEE).
 * At La Poste a digit sum that is a multiple of 5 is right too.
 */
export function isSiret(compact: string): boolean {
  if (!/^\d{14}$/.test(compact) || !isSiren(compact.slice(0, 9))) return false;
  if (luhnSum(compact) % 10 === 0) return true;
  const digitSum = [...compact].reduce((sum, digit) => sum + Number(digit), 0);
  return compact.startsWith(LA_POSTE) && digitSum % 5 === 0;
}

/** The French VAT number of a SIREN: `FR`, the key (12 + 3 × (SIREN mod 97)) mod 97, the SIREN (CGI, ann. II, art. 242 A). */
export function frenchVatOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, "0")}${siren}`;
}

/** French VAT number. A key of digits must fit; of a key with letters (no I, no O) only the shape and the SIREN can be checked. */
export function isFrenchVat(compact: string): boolean {
  const [, key, siren] = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/.exec(compact) ?? [];
  if (!key || !siren || !isSiren(siren)) return false;
  return /\D/.test(key) || compact === frenchVatOf(siren);
}

/** The 31 characters of GB 32100-2015, in the order of their values: no I, O, S, V, Z. */
const USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The 18th character: 31 less the sum of each value × 3^position, modulo 31. */
function usccCheckCharacter(first17: string): string | undefined {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += USCC_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_ALPHABET[(31 - (sum % 31)) % 31];
}

/**
 * Unified Social Credit Code (统一社会信用代码), GB 32100-2015: registration authority, kind of entity,
 * 6 digits of region (GB/T 2260), 9 characters of organisation code (GB 11714) and a check character.
 * The check of the organisation code within is left aside: codes from before 2015 may break it.
 */
export function isUscc(compact: string): boolean {
  return USCC_SHAPE.test(compact) && usccCheckCharacter(compact.slice(0, 17)) === compact[17];
}

/** The region of registration (GB/T 2260) in a valid Unified Social Credit Code: 6 digits, `440100` is Guangzhou. */
export function regionOfUscc(compact: string): string {
  return compact.slice(2, 8);
}

const SPACED: Record<NumberKind, RegExp> = {
  siren: /^(\d{3})(\d{3})(\d{3})$/,
  siret: /^(\d{3})(\d{3})(\d{3})(\d{5})$/,
  vat: /^(FR)(..)(\d{3})(\d{3})(\d{3})$/,
  uscc: /^(.*)$/,
};

/** A compact number as its own country writes it: `732 829 320`, `FR 44 732 829 320`; a Unified Social Credit Code in one piece. */
export function spacedNumber(kind: NumberKind, compact: string): string {
  return SPACED[kind].exec(compact)?.slice(1).join(" ") ?? compact;
}
