import { cutText } from "../text/cut-text";
import { countGraphemes } from "../text/fields";

/** What a phone shows of a subject: the whole, and how much of it a title or a name may take. */
const MOST = 60;
const MOST_OF_A_NAME = 40;
const LEAST_OF_A_NAME = 12;

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
    const cut = Object.entries(values).map(([name, text]) => [
      name,
      cutText(text, most[name] ?? MOST_OF_A_NAME),
    ]);
    const subject = render(Object.fromEntries(cut));
    const over = countGraphemes(subject) - MOST;
    if (over <= 0) return subject;
    const [longest] = cut
      .map(([name = "", text = ""]) => ({ name, length: countGraphemes(text) }))
      .filter(({ length }) => length > LEAST_OF_A_NAME)
      .filter(({ name }) => render({ ...Object.fromEntries(cut), [name]: "" }) !== subject)
      .sort((one, other) => other.length - one.length);
    if (!longest) return subject;
    const wanted = Math.max(longest.length - over, LEAST_OF_A_NAME);
    most[longest.name] = Math.min(wanted, longest.length - 1);
  }
}
