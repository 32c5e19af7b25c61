import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type AnswerLink, answerToken, readAnswerToken } from "./answer-token";
import { seal } from "./seal";

const link: AnswerLink = {
  what: "interest",
  subjectId: randomUUID(),
  accountId: randomUUID(),
  standing: "0a1b2c3d4e5f60718293",
};
const SENT = new Date("2026-11-01T08:00:00Z");
const token = answerToken(link, SENT);
const after = (days: number, seconds = 0) =>
  new Date(SENT.getTime() + days * 86_400_000 + seconds * 1000);

test("a token tells what is answered, and by which account; nobody reads it but the portal", () => {
  expect(readAnswerToken(token, after(1))).toEqual(link);
  expect(token).toMatch(/^[\w-]{100,250}$/);
  const read = Buffer.from(token, "base64url").toString("latin1");
  for (const part of Object.values(link)) expect(`${token}${read}`).not.toContain(part);
});

test("it holds for thirty days", () => {
  expect(readAnswerToken(token, after(30))).toEqual(link);
  expect(readAnswerToken(token, after(30, 1))).toBeNull();
});

const words = Object.values(link).join(" ");
test.each([
  ["nothing", ""],
  ["one sign other", `${token[0] === "A" ? "B" : "A"}${token.slice(1)}`],
  ["a part of it", token.slice(0, -8)],
  ["a seal for something else", seal(`${words} 1793520000`, "second-factor")],
  ["what nobody answers by mail", seal(words.replace("interest", "project"), "mail answer")],
  ["no time in it", seal(words, "mail answer")],
  ["too little in it", seal("interest", "mail answer")],
])("%s is not ours", (_, wrong) => {
  expect(readAnswerToken(wrong, after(1))).toBeNull();
});
