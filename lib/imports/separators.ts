/** What stands between the cells of a CSV file. */
export const SEPARATORS = [",", ";", "\t"] as const;

export type Separator = (typeof SEPARATORS)[number];

/** So many lines are looked at, and so many characters. */
const LINES = 20;
const LOOK = 65_536;

/**
 * The sign that stands equally often in most lines, outside quotes; a comma where there is none.
 * (`papaparse` guesses too, and takes commas within a text for it where there are many.)
 */
export function guessSeparator(text: string): Separator {
  const lines = countsByLine(text.slice(0, LOOK));
  const [headings] = lines;
  if (!headings) return ",";
  const scores = SEPARATORS.map((separator) => {
    const count = headings[separator];
    const alike = lines.filter((line) => line[separator] === count).length;
    return { separator, score: count === 0 ? 0 : alike * 1000 + count };
  });
  scores.sort((one, other) => other.score - one.score);
  return scores[0]?.score ? scores[0].separator : ",";
}

type Counts = Record<Separator, number>;

function countsByLine(text: string): Counts[] {
  const none = () => ({ ",": 0, ";": 0, "\t": 0 });
  const lines: Counts[] = [];
  let counts = none();
  let isQuoted = false;
  let isBlank = true;
  for (const sign of `${text}\n`) {
    if (sign === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (sign === "," || sign === ";" || sign === "\t") counts[sign]++;
    if (sign !== "\n") isBlank &&= sign === "\r";
    else {
      if (!isBlank) lines.push(counts);
      if (lines.length === LINES) break;
      counts = none();
      isBlank = true;
    }
  }
  return lines;
}
