/** No number is longer, however it is spaced. */
const LONGEST = 100;

/** A telephone number as E.164 writes it, or the closest to it: no spaces, `00` read as `+`, `(0)` left out. */
function cleanPhone(text: string): string {
  if (text.length > LONGEST) return text;
  return text
    .normalize("NFKC")
    .replace(/\(0\)/, "")
    .replace(/[\s.()/\p{Pd}\u2212\p{Cf}]/gu, "")
    .replace(/^00/, "+");
}

/** What follows the country code, where the club has many numbers; elsewhere E.164 alone decides. */
const NATIONAL: [code: string, number: RegExp][] = [
  ["+33", /^[1-9]\d{8}$/],
  // mobiles; landlines behind Beijing's 10, a two-digit or a three-digit area code
  ["+86", /^(1[3-9]\d{9}|(10|2\d)\d{8}|[3-9]\d{2}\d{7,8})$/],
  ["+852", /^[2-9]\d{7}$/],
  ["+853", /^[268]\d{7}$/],
];

/**
 * A telephone number with its country code (ITU-T E.164: `+`, at most 15 digits), spaced as one likes.
 * French numbers have nine digits after +33; Chinese mobiles are 1, 3–9 and nine digits after +86.
 */
export function isPhone(text: string): boolean {
  const phone = cleanPhone(text);
  if (!/^\+[1-9]\d{6,14}$/.test(phone)) return false;
  return NATIONAL.every(
    ([code, number]) => !phone.startsWith(code) || number.test(phone.slice(code.length)),
  );
}

const GROUPS: [RegExp, string][] = [
  [/^(\+33)(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, "$1 $2 $3 $4 $5 $6"],
  [/^(\+86)(1[3-9]\d)(\d{4})(\d{4})$/, "$1 $2 $3 $4"],
  [/^(\+86)(10|2\d)(\d{4})(\d{4})$/, "$1 $2 $3 $4"],
  [/^(\+86)(\d{3})(\d{3,4})(\d{4})$/, "$1 $2 $3 $4"],
  [/^(\+85[23])(\d{4})(\d{4})$/, "$1 $2 $3"],
];

/** A valid number in the groups its country reads (`+33 6 39 98 00 12`, `+86 138 0013 8000`); others in one piece. */
export function formatPhone(text: string): string {
  const phone = cleanPhone(text);
  const [pattern, groups] = GROUPS.find(([candidate]) => candidate.test(phone)) ?? [];
  return pattern && groups ? phone.replace(pattern, groups) : phone;
}

/** A WeChat id as WeChat gives it: 6–20 characters, a letter first, then letters, digits, `_` and `-`. */
export function isWechatId(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]{5,19}$/.test(text.trim());
}

/** A person's name in Chinese characters: 2–8 of them, or parts joined by a middle dot (`让·穆兰`). */
export function isHanName(text: string): boolean {
  return /^(\p{Script=Han}{2,8}|\p{Script=Han}{1,12}([·•・]\p{Script=Han}{1,12})+)$/u.test(
    text.trim(),
  );
}
