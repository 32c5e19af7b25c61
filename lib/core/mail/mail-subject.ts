/** What a phone shows of a subject: the whole, and how much of it a title or a name may take. */
const MOST = 60;
const MOST_OF_A_NAME = 40;
const LEAST_OF_A_NAME = 12;

/** More than 40 letters can take, each with all the accents it may bear. */
const ENOUGH = 2000;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const lengthOf = (text: string) => [...graphemes.segment(text)].length;

/**
 * A name or title on one line and no longer than so many characters, `…` included: cut at a word's end where there is
 * one in its second half.
 */
export function cutName(text: string, most = MOST_OF_A_NAME): string {
  const line = text
    .slice(0, ENOUGH)
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
  const parts = [...graphemes.segment(line)].map(({ segment }) => segment);
  if (parts.length <= most) return line;
  const kept = parts.slice(0, most - 1);
  const atWord = parts[most - 1] === " " ? kept.length : kept.lastIndexOf(" ");
  const cut = atWord >= most / 2 ? kept.slice(0, atWord) : kept;
  return `${cut.join("").replace(/[\p{P}\s]+$/u, "")}…`;
}

/**
 * The subject of a mail, `render`ed with its values on one line each: names and titles are cut at 40 characters, and
 * the longest of them further until the whole has 60 at most.
 */
export function mailSubject(
  render: (values: Record<string, string>) => string,
  values: Record<string, string>,
): string {
  const most = Object.fromEntries(Object.keys(values).map((name) => [name, MOST_OF_A_NAME]));
  for (;;) {
    const cut = Object.entries(values).map(([name, text]) => [name, cutName(text, most[name])]);
    const subject = render(Object.fromEntries(cut));
    const over = lengthOf(subject) - MOST;
    if (over <= 0) return subject;
    const [longest] = cut
      .map(([name = "", text = ""]) => ({ name, length: lengthOf(text) }))
      .filter(({ length }) => length > LEAST_OF_A_NAME)
      .filter(({ name }) => render({ ...Object.fromEntries(cut), [name]: "" }) !== subject)
      .sort((one, other) => other.length - one.length);
    if (!longest) return subject;
    const wanted = Math.max(longest.length - over, LEAST_OF_A_NAME);
    most[longest.name] = Math.min(wanted, longest.length - 1);
  }
}
