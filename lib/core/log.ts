import pino, { type DestinationStream } from "pino";

const { LOG_LEVEL, LOG_FORMAT } = process.env;

/** A line for a terminal, as the launcher writes its own: the time since the process began, then what happened. */
export function asText(json: string): string {
  const { level, time: _, event, msg, ...facts } = JSON.parse(json) as Record<string, unknown>;
  const clock = `[${process.uptime().toFixed(1).padStart(6)} s]`;
  const sign = level === "warn" || level === "error" ? "! " : "";
  // A text of several lines could pass for lines of the log.
  const told = Object.entries(facts).map(([name, value]) =>
    typeof value === "string" && !/\p{Cc}/u.test(value)
      ? `${name}=${value}`
      : `${name}=${JSON.stringify(value)}`,
  );
  return `${[clock, `${sign}${event ?? level}`, msg, ...told].filter(Boolean).join(" ")}\n`;
}

const terminal: DestinationStream = { write: (line) => process.stdout.write(asText(line)) };

/** One structured line an event; never a secret, an address typed by a visitor or a form's text. */
export const log = pino(
  {
    level: LOG_LEVEL || "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  },
  LOG_FORMAT === "text" ? terminal : pino.destination({ dest: 1, sync: true }),
);
