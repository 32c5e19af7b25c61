import { describe, expect, test } from "vitest";
import {
  changePasswordInput,
  choosePasswordInput,
  forgottenPasswordInput,
  preferencesInput,
  signInCodeInput,
  signInInput,
} from "./schema";

const faults = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  Object.fromEntries(
    result.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [],
  );

describe("signing in", () => {
  test("the address becomes the unique key", () => {
    const parsed = signInInput.parse({ email: " Agathe.Vernoux@Example.ORG ", password: "secret" });
    expect(parsed).toMatchObject({ email: "agathe.vernoux@example.org", way: "password" });
  });

  test("a password is needed, unless a code is asked for", () => {
    const email = "agathe@example.org";
    expect(faults(signInInput.safeParse({ email, password: "" }))).toEqual({
      password: "required",
    });
    expect(signInInput.safeParse({ email, password: "", way: "code" }).success).toBe(true);
  });

  test.each([
    ["", "required"],
    ["nobody", "notAnEmail"],
    ["a@b.org, c@d.org", "notAnEmail"],
    ['"quoted"@example.org', "notAnEmail"],
    ["a＠example.org", "notAnEmail"],
    ["a\u0000@example.org", "notAnEmail"],
    [`${"a".repeat(300)}@example.org`, "tooLong"],
  ])("the address %j is refused", (email, message) => {
    expect(faults(forgottenPasswordInput.safeParse({ email }))).toEqual({ email: message });
  });

  test("unknown keys are refused", () => {
    const form = { email: "a@example.org", password: "x", role: "administrator" };
    expect(signInInput.safeParse(form).success).toBe(false);
    expect(
      preferencesInput.safeParse({ locale: "fr", theme: "dark", status: "active" }).success,
    ).toBe(false);
  });

  test.each([
    ["123456", "123456"],
    [" 123 456 ", "123456"],
    ["１２３４５６", "123456"],
  ])("the code %j is understood", (code, expected) => {
    expect(signInCodeInput.parse({ code }).code).toBe(expected);
  });

  test.each([
    ["", "required"],
    ["12345", "wrongCode"],
    ["1234567", "wrongCode"],
    ["abcdef", "wrongCode"],
  ])("the code %j is refused", (code, message) => {
    expect(faults(signInCodeInput.safeParse({ code }))).toEqual({ code: message });
  });
});

describe("choosing a password", () => {
  const choose = (password: string, passwordAgain = password) =>
    choosePasswordInput.safeParse({ token: "t", password, passwordAgain });

  test("is typed twice alike", () => {
    expect(faults(choose("cheval agrafe pile", "cheval agrafe pilE"))).toEqual({
      passwordAgain: "passwordsDiffer",
    });
  });

  test("has 12 to 256 characters, counted as people do", () => {
    expect(faults(choose("short"))).toEqual({ password: "passwordTooShort" });
    expect(faults(choose("𠮷".repeat(6)))).toEqual({ password: "passwordTooShort" });
    expect(choose("𠮷".repeat(12)).success).toBe(true);
    expect(choose("x".repeat(256)).success).toBe(true);
    expect(faults(choose("x".repeat(257)))).toEqual({ password: "passwordTooLong" });
  });

  test("is the same password from every keyboard", () => {
    const composed = choose("été à Guangzhou".normalize("NFC"));
    const apart = choose("été à Guangzhou".normalize("NFD"));
    expect(composed.data?.password).toBe(apart.data?.password);
  });

  test("needs the present one when it is changed", () => {
    const form = {
      currentPassword: "",
      password: "cheval agrafe pile",
      passwordAgain: "cheval agrafe pile",
    };
    expect(faults(changePasswordInput.safeParse(form))).toEqual({ currentPassword: "required" });
  });
});
