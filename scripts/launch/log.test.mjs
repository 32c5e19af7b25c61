import { afterEach, expect, test, vi } from "vitest";
import { explain, Refusal, setLogFormat } from "./log.mjs";

afterEach(() => {
  setLogFormat("text");
  vi.restoreAllMocks();
});

/** What is printed in a format. */
function printed(format, error) {
  setLogFormat(format);
  const stream = format === "json" ? process.stdout : process.stderr;
  const write = vi.spyOn(stream, "write").mockReturnValue(true);
  explain(error);
  const text = String(write.mock.calls[0]?.[0]);
  vi.restoreAllMocks();
  return format === "json" ? JSON.parse(text).msg : text.trim();
}

const ofSystem = (code, message) => Object.assign(new Error(message), { code });

test.each(["text", "json"])("what stops the start is told with what to do, in %s", (format) => {
  const refused = new Refusal("It ends with a command: npm start", "Then look.");
  expect(printed(format, refused)).toBe("It ends with a command: npm start\nThen look.");
  expect(printed(format, ofSystem("ENOSPC", "write"))).toMatch(/^No space.*\nFree some space/);
  const closed = ofSystem("EACCES", "EACCES: permission denied, open '/srv/postgres.log'");
  expect(printed(format, closed)).toMatch(/postgres\.log'\nAll of DATA_DIR belongs to/);
  expect(printed(format, new Error("unforeseen"))).toContain("log.test.mjs");
});
