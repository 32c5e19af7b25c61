import { z } from "zod";
import { THEMES } from "@/db/enums";
import { composed, proof } from "@/lib/core/auth/proof-input";
import { code } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  email,
  line,
  onceRight,
  optionalParagraph,
  rowId,
  rowVersion,
} from "@/lib/core/text/fields";

/** A password that exists: nothing is asked of it but to be typed. */
const typedPassword = z
  .string({ error: code("required") })
  .min(1, code("required"))
  .max(1000, code("passwordTooLong"))
  .transform(composed);

/** A password that is being chosen; how guessable it is depends on the person and is asked later. */
const newPassword = typedPassword
  .refine((text) => Array.from(text).length >= 12, code("passwordTooShort"))
  .refine((text) => text.length <= 256, code("passwordTooLong"));

const twice = <Form extends { password: string; passwordAgain: string }>(form: Form) =>
  form.password === form.passwordAgain;
const differ = {
  path: ["passwordAgain"],
  error: code("passwordsDiffer"),
  ...onceRight("passwordAgain"),
};

const returnPath = z.string().max(2000, code("unreadable")).optional();

export const signInInput = z
  .strictObject({
    email,
    password: z.string().max(1000, code("passwordTooLong")).transform(composed).default(""),
    way: z.enum(["password", "code"], { error: code("unreadable") }).default("password"),
    next: returnPath,
  })
  .refine((form) => form.way === "code" || form.password !== "", {
    path: ["password"],
    error: code("required"),
    ...onceRight("password", "way"),
  });

export const signInCodeInput = z.strictObject({
  code: z
    .string({ error: code("required") })
    .transform((text) => composed(text).replace(/[\s-]/g, ""))
    .refine((text) => text !== "", code("required"))
    .refine((text) => text === "" || /^\d{6}$/.test(text), code("wrongCode")),
  next: returnPath,
});

export const forgottenPasswordInput = z.strictObject({ email });

const linkToken = z.string({ error: code("linkExpired") }).max(100, code("linkExpired"));

export const firstSignInInput = z.strictObject({ token: linkToken });

/** A one-time link with the password that is chosen by it, and the rule that it is typed twice alike. */
export const passwordByLink = {
  token: linkToken,
  password: newPassword,
  passwordAgain: typedPassword,
};
export const TYPED_TWICE = [twice, differ] as const;

export const choosePasswordInput = z.strictObject(passwordByLink).refine(...TYPED_TWICE);

export const changePasswordInput = z
  .strictObject({
    currentPassword: typedPassword,
    password: newPassword,
    passwordAgain: typedPassword,
  })
  .refine(twice, differ);

export const changeAddressInput = z.strictObject({ email, currentPassword: proof });

/** One's own account, with proof: leaving the club, asking for erasure. */
export const provenInput = z.strictObject({ currentPassword: proof });

/** Of somebody else's account, by an administrator. */
const held = { accountId: rowId, version: rowVersion };

/** How a person's request came, for the trail, and what they are written. */
const NOTE_MAX = 300;
const WORDS_MAX = 2_000;
const noted = { ...held, currentPassword: proof, note: line(NOTE_MAX) };

export const addressForInput = z.strictObject({ ...held, currentPassword: proof, email });

export const erasureForInput = z.strictObject(noted);

export const archiveForInput = z.strictObject(noted);

export const keepAccountInput = z.strictObject(held);

export const endMembershipInput = z.strictObject({
  ...held,
  currentPassword: proof,
  words: optionalParagraph(WORDS_MAX),
});

export const linkInput = z.strictObject({ token: linkToken });

export const preferencesInput = z.strictObject({ locale: choice(LOCALES), theme: choice(THEMES) });

export const endSessionInput = z.strictObject({ sessionId: rowId });
