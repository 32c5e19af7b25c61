import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { LIMITS, type PaceName } from "./rate-limit";

const words = fs
  .readFileSync(path.resolve(import.meta.dirname, "../../../SECURITY.md"), "utf8")
  .replace(/\s+/g, " ");

const DAY = 86_400;
const aDay = (pace: PaceName) => {
  const { free, every, wait } = LIMITS[pace];
  return Math.floor(free + wait / every + DAY / every);
};
const figure = (count: number) => count.toLocaleString("en-GB");

/** What one client, 500, and any number of them may try in a day. */
function tries(first: PaceName, again: PaceName) {
  const of = (clients: number) =>
    aDay(again) + Math.min(clients * LIMITS.firstTries.points, aDay(first));
  return [of(1), of(500), of(Number.POSITIVE_INFINITY)].map(figure);
}

test("the guesses that SECURITY.md promises to bound are those of the code", () => {
  const [one, many, any] = tries("passwordFirst", "passwordAgain");
  expect(words).toContain(
    `at most ${one} times a day by one client, ${many} times by 500, ${any} times by any number`,
  );
  const stolen = (LIMITS.knownPassword.points * DAY) / LIMITS.knownPassword.seconds;
  expect(words).toContain(`${figure(stolen)} times by who stole a known browser's cookie`);
  const more = LIMITS.passwordFirst.free + LIMITS.passwordAgain.free;
  expect(words).toContain(`${more} more each time its owner signs in`);
  const factor = tries("factorFirst", "factorAgain");
  expect(words).toContain(`${factor[0]}, ${factor[1]} and ${factor[2]} times`);
  expect(words).toContain(`${aDay("mailFirst") + aDay("mailAgain")} letters a day at most, six`);
  expect(LIMITS.mailFirst.free + LIMITS.mailAgain.free).toBe(6);
  expect(words).toContain("links to a new password have as many letters, counted apart");
  expect([LIMITS.resetFirst, LIMITS.resetAgain]).toEqual([LIMITS.mailFirst, LIMITS.mailAgain]);
});

test("so are the other figures", () => {
  const { signInByAddress: client, passwordFirst: first } = LIMITS;
  expect(words).toContain(`closed after ${client.points} tries in five minutes`);
  expect(client.seconds).toBe(300);
  expect(words).toContain(`within ${first.every + first.wait} seconds of the last one`);
  expect(words).toContain(`a turn comes every ${first.every} seconds`);
  const { knownPassword, knownFactor, knownMail } = LIMITS;
  expect(words).toContain(
    `(${knownPassword.points} passwords and ${knownFactor.points} two-step codes in a quarter of an hour, ${knownMail.points} letters in half an hour)`,
  );
  const inMinutes = [knownPassword, knownFactor, knownMail].map(({ seconds }) => seconds / 60);
  expect(inMinutes).toEqual([15, 15, 30]);
});
