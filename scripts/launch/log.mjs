const begun = performance.now();

const clock = () => `[${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s]`;

const LEVELS = ["debug", "info", "warn", "error"];
const isWanted = (level) =>
  LEVELS.indexOf(level) >= LEVELS.indexOf(process.env.LOG_LEVEL || "info");

let isJson = process.env.LOG_FORMAT === "json";

/** What the launcher says from now on: lines for a terminal, or the same JSON as the server and the worker. */
export function setLogFormat(format) {
  isJson = format === "json";
}

const line = (level, text, sign = "") =>
  isJson
    ? `${JSON.stringify({ level, time: new Date().toISOString(), event: "launcher", msg: text })}\n`
    : `${clock()} ${sign}${text}\n`;

// A terminal that was closed must not keep the launcher from ending its processes in order.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

/** A reason not to go on that the person can act on: what is wrong, and what to do. */
export class Refusal extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/** Prints one line with the time since the command was typed. */
export function say(text) {
  if (!isJson || isWanted("info")) process.stdout.write(line("info", text));
}

/** Prints a line like `say`, whatever the log level, to stderr unless the lines are JSON. */
export function warn(text) {
  (isJson ? process.stdout : process.stderr).write(line("warn", text, "! "));
}

/** Prints lines without a clock: addresses, tables, output of a tool. */
export function print(text) {
  process.stdout.write(`${text}\n`);
}

/** Announces a piece of work, runs it and says how long it took; `false` means that it could not be done yet. */
export async function step(name, work) {
  const start = performance.now();
  say(`${name} …`);
  const result = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`${name}: ${result === false ? "not yet" : "done"} (${seconds} s)`);
  return result;
}

const SYSTEM_ADVICE = {
  ENOSPC: ["No space left on the disk.", "Free some space, then run the command again."],
  EDQUOT: ["The disk quota is used up.", "Free some space, then run the command again."],
  EROFS: ["The disk is read-only.", "Set DATA_DIR to a folder that can be written."],
  // The system's own words name the file.
  EACCES: [undefined, "All of DATA_DIR belongs to the user who runs the portal (chown -R)."],
};

/** Explains why the command stops. Only unforeseen errors show a stack. */
export function explain(error) {
  const [known, advice] =
    error instanceof Refusal ? [error.message, error.advice] : (SYSTEM_ADVICE[error?.code] ?? []);
  const isForeseen = error instanceof Refusal || advice !== undefined;
  const text = isForeseen
    ? [known ?? error.message, advice].filter(Boolean).join("\n")
    : String(error?.stack ?? error);
  if (isJson) process.stdout.write(line("error", text));
  else process.stderr.write(`\n${text}\n`);
}
