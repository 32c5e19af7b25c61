import pino from "pino";

/** One structured line an event; never a secret, an address typed by a visitor or a form's text. */
export const log = pino({
  level: "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});
