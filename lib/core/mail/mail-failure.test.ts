import { createTransport } from "nodemailer";
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
  const told = { code: "ESOCKET", originalCode: "CERT_HAS_EXPIRED", command: "CONN" };
  const failed = Object.assign(new Error(""), told);
  expect(mailFailure(failed)).toBe(
    "ESOCKET CERT_HAS_EXPIRED at CONN (connection or certificate refused)",
  );
  expect(mailFailure("odd")).toBe("unknown");
});

test("a server that is not there is told from one whose certificate is refused, as the library says it", async () => {
  const transport = createTransport("smtp://127.0.0.1:1");
  const failed = await transport
    .sendMail({ from: "a@example.org", to: "b@example.org" })
    .catch((reason: unknown) => mailFailure(reason));
  expect(failed).toBe("ESOCKET ECONNREFUSED at CONN (nobody listens at host and port of SMTP_URL)");
  const own = { code: "ESOCKET", originalCode: "DEPTH_ZERO_SELF_SIGNED_CERT", command: "CONN" };
  expect(mailFailure(Object.assign(new Error(""), own))).toContain("see SMTP_URL in .env.example");
});
