import { expect, test } from "vitest";
import { asText } from "./log";

test("a terminal reads a line of the log as it reads the launcher's", () => {
  const line = asText(
    JSON.stringify({
      level: "warn",
      time: "2026-11-25T08:00:00.000Z",
      event: "mail.failed",
      mailId: "1",
      reason: "ECONNREFUSED connect",
      attempts: 3,
    }),
  );
  const forged = asText(JSON.stringify({ level: "info", reason: "a\n[   1.0 s] session.started" }));
  expect(forged.match(/\n/g)).toHaveLength(1);
  expect(line).toMatch(
    /^\[ +\d+\.\d s\] ! mail\.failed mailId=1 reason=ECONNREFUSED connect attempts=3\n$/,
  );
});
