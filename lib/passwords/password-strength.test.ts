import { describe, expect, test } from "vitest";
import { passwordFault } from "./password-strength";

const about = [
  "OnlyLyon China Business Club",
  "camille.montclair@example.org",
  "Camille",
  "Montclair",
];

describe("passwordFault", () => {
  test.each([
    "password1234",
    "P@ssw0rd1234!",
    "motdepasse2026",
    "azertyuiop12",
    "qwertyqwerty",
    "aaaaaaaaaaaaaaa",
    "123456789012",
    "abcdefghijklm",
    "Lyon-Chine-2026",
    "OnlyLyonClub2026!",
    "China Business Club",
    "camille.montclair@example.org",
    "Montclair-Camille-1",
    "woaini woaini woaini",
  ])("%s is easy to guess", (password) => {
    expect(passwordFault(password, about)).toBe("passwordGuessable");
  });

  test.each([
    "cheval agrafe pile correct",
    "confluence-2014-kapok et trois parapluies",
    "xk2!vUq93#pLw",
    "青石巷口卖豆腐脑的老周头",
    "O'Brien mange 7 clémentines",
  ])("%s is taken", (password) => {
    expect(passwordFault(password, about)).toBeNull();
  });

  test("length comes first", () => {
    expect(passwordFault("xk2!vUq93#p", about)).toBe("passwordTooShort");
    expect(passwordFault("xk2!vUq93#pLw".repeat(20), about)).toBe("passwordTooLong");
  });

  test("a long password takes no long time", () => {
    const start = process.cpuUsage();
    passwordFault("aB3$é字".repeat(42), about);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(500);
  });
});
