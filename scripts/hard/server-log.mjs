import fs from "node:fs";

const FRAME = /^\s+at .+|"stack":"/;

/** What the log of a server says just before and in each stack: no stack is expected there. */
export function stacksIn(file) {
  const lines = fs.readFileSync(file, "utf8").split("\n");
  const isFirst = (line, index) => FRAME.test(line) && !FRAME.test(lines[index - 1] ?? "");
  return lines.flatMap((line, index) =>
    isFirst(line, index) ? [lines.slice(Math.max(0, index - 3), index + 2).join("\n")] : [],
  );
}
