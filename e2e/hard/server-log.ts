import fs from "node:fs";

const FRAME = /^\s+at .+:\d+:\d+\)?$|"stack":"/;

/** What the log of a web server says just before and in each stack. A log that is not there is one fault. */
export function stacksIn(file: string): string[] {
  if (!fs.existsSync(file)) return [`no log ${file}`];
  const lines = fs.readFileSync(file, "utf8").split("\n");
  const isFirst = (line: string, index: number) =>
    FRAME.test(line) && !FRAME.test(lines[index - 1] ?? "");
  return lines.flatMap((line, index) =>
    isFirst(line, index) ? [lines.slice(Math.max(0, index - 3), index + 2).join("\n")] : [],
  );
}
