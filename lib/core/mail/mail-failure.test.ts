import { expect, test } from "vitest";
import { mailFailure } from "./mail-failure";

test("an operator reads why a mail was refused, and nobody's address", () => {
  const refused = Object.assign(new Error("Can't send mail: 550 5.1.1 <x@example.org> unknown"), {
    code: "EENVELOPE",
    command: "RCPT TO",
    responseCode: 550,
    response: "550 5.1.1 <x@example.org>: user unknown",
  });
  expect(mailFailure(refused)).toBe("EENVELOPE 550 5.1.1 at RCPT TO (sender or recipient refused)");
});

test("the system's cause stands beside the library's code", () => {
  const cause = Object.assign(new Error(""), { code: "CERT_HAS_EXPIRED" });
  const failed = Object.assign(new Error("", { cause }), { code: "ESOCKET", command: "CONN" });
  expect(mailFailure(failed)).toBe(
    "ESOCKET CERT_HAS_EXPIRED at CONN (connection or certificate refused)",
  );
  expect(mailFailure("odd")).toBe("unknown");
});
