import { fold } from "@/lib/core/text/fold";

/** A word as it stands in a text, and as it is compared. */
export type Word = { start: number; end: number; folded: string };

/** A text made ready to be searched: compatibility forms joined, cut into words. */
export type ReadyText = { text: string; words: Word[] };

/** A run of Chinese, or of letters and figures of other scripts. */
const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

const SITE =
  /https?:\/\/\S+|www\.\S+|(?<![\p{L}\p{N}.-])[a-z0-9-]+(\.[a-z0-9-]+)*\.(fr|cn|com|org|net|eu|io|hk|info|biz)(?![a-z0-9])/giu;
const PHONE =
  /(\+|(?<!\d)00)\d[\d .()-]{7,}\d|(?<!\d)0[1-9]([ .-]?\d\d){4}(?!\d)|(?<!\d)1[3-9]\d([ -]?\d{4}){2}(?!\d)/g;
/** An account of WeChat where it is called one; behind the name of the thing alone only what no word looks like. */
const WECHAT =
  /(?:(?<=(?:微信号|(?:wechat|weixin)\s?id)\s{0,3}[:：]?\s{0,3})|(?<=(?:微信|wechat|weixin)\s{0,3}[:：]?\s{0,3})(?=[a-z-]{0,19}[\d_]))[a-z][a-z0-9_-]{5,19}(?![a-z0-9_-])/giu;

/** The longest parts of an address (RFC 5321): nothing further from its sign belongs to it. */
const LOCAL_PART = 64;
const DOMAIN = 255;

/** More accents than any letter bears (UAX #15); sorting them costs their square. */
const PILED = /\p{M}{31,}/gu;

/** Piled accents are cut off first. Positions found in it are those of `text`, not of what was written. */
export function readyText(written: string): ReadyText {
  const text = written.replace(PILED, "").normalize("NFKC");
  return { text, words: wordsOf(text) };
}

/** Places count UTF-16 units of the text in NFKC; what folds to nothing is no word. */
export function wordsOf(text: string): Word[] {
  return [...text.normalize("NFKC").matchAll(WORD)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      folded: fold(match[0]),
    }))
    .filter(({ folded }) => folded !== "");
}

/** The words of a phrase as they are compared, one after the other. */
export const joined = (phrase: string) =>
  wordsOf(phrase)
    .map(({ folded }) => folded)
    .join("");

/** Every e-mail address, telephone number, site and account of WeChat, as written. */
export function findContacts({ text }: ReadyText): string[] {
  const found = [SITE, PHONE, WECHAT].flatMap((one) => [...text.matchAll(one)]).map(([one]) => one);
  return [...findAddresses(text), ...found];
}

/** From where to where something stands in a text. */
export type Span = [start: number, end: number];

/** Every match of a pattern, which must have the flag `g`; in UTF-16 units. */
export const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);

/** Where these stand. */
export function contactSpans(text: string): Span[] {
  const spans = [SITE, PHONE, WECHAT].flatMap((one) => spansOf(text, one));
  let at = 0;
  for (const address of findAddresses(text)) {
    const start = text.indexOf(address, at);
    if (start < 0) continue;
    at = start + address.length;
    spans.push([start, at]);
  }
  return spans;
}

/** A text with "…" where these stand in it read with compatibility forms joined; its other signs stay as they are. */
export function hidden(text: string, spansIn: (read: string) => Span[]): string {
  const spans = spansIn(sameLength(text)).sort(([one], [other]) => one - other);
  let left = "";
  let at = 0;
  for (const [start, end] of spans) {
    if (start >= at) left += `${text.slice(at, start)}…`;
    at = Math.max(at, end);
  }
  return left + text.slice(at);
}

const sameLength = (text: string) =>
  text.replace(/[^\u0000-\u007f]/gu, (sign) => {
    const joinedForm = sign.normalize("NFKC");
    return joinedForm.length === sign.length ? joinedForm : sign;
  });

/** As one writes it: what `readyText` leaves out of it is gone. */
export const composed = (written: string) => written.replace(PILED, "").normalize("NFC");

/** Looks from each sign to both sides: a pattern over the whole text would begin anew at each letter. */
function findAddresses(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const local = /[^\s@<>()]+$/u.exec(text.slice(Math.max(0, at - LOCAL_PART), at));
    const domain = /^[^\s@<>()]+/u.exec(text.slice(at + 1, at + 1 + DOMAIN));
    const name = domain && /^.+\.\p{L}{2,}/u.exec(domain[0]);
    if (local && name) found.push(`${local[0]}@${name[0]}`);
  }
  return found;
}

/** Where words stand one after the other that, joined, are `wanted`, however they are joined (`Jean-Marc`, `JeanMarc`). */
export function findJoined({ text, words }: ReadyText, wanted: string, shortest = 2) {
  if (wanted.length < shortest || !/[a-z0-9]/.test(wanted)) return null;
  for (const [index, first] of words.entries()) {
    let sofar = "";
    for (let next = index; next < words.length && wanted.startsWith(sofar); next++) {
      const word = words[next];
      if (!word) break;
      sofar += word.folded;
      if (sofar === wanted) return text.slice(first.start, word.end);
    }
  }
  return null;
}

/** The same, but only where it is written as a name, with a capital. */
export function findName(ready: ReadyText, wanted: string, shortest: number): string | null {
  const found = findJoined(ready, wanted, shortest);
  if (!found) return null;
  if (isCapital(found)) return found;
  const other = ready.words.find(
    ({ start, end, folded }) => folded === wanted && isCapital(ready.text.slice(start, end)),
  );
  return other ? ready.text.slice(other.start, other.end) : null;
}

const isCapital = (one: string) => /^\p{Lu}/u.test(one);

/** A word that is written exactly so: an abbreviation in capitals. */
export function findExact({ text, words }: ReadyText, wanted: string): string | null {
  const isIt = words.some(({ start, end }) => text.slice(start, end) === wanted);
  return isIt ? wanted : null;
}

/** Chinese characters one after the other, spaces and points between them or not. */
export function findChinese({ text }: ReadyText, name: string, shortest = 2): string | null {
  const wanted = [...name.normalize("NFKC").replace(/[^\p{Script=Han}]/gu, "")];
  if (wanted.length < shortest) return null;
  return new RegExp(wanted.join("[\\s·・•‧]*"), "u").exec(text)?.[0] ?? null;
}
