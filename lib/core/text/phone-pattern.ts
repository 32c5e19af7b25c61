const BETWEEN_DIGITS = "[\\s./()·-]*";

/** A telephone number in any spelling: its last nine digits, and what stands in front of them; null for anything else. */
export function phonePattern(written: string): RegExp | null {
  const digits = written.replace(/\D/g, "").slice(-9);
  if (!/^[+\d\s./()·-]+$/.test(written) || digits.length < 9) return null;
  const number = [...digits].join(BETWEEN_DIGITS);
  const before = `(?:\\+|00)[\\d\\s./()·-]{1,9}?|\\d{1,2}${BETWEEN_DIGITS}`;
  return new RegExp(`(?<!\\d)(?:${before})?${number}(?!\\d)`, "g");
}
