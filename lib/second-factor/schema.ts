import { z } from "zod";
import { proof } from "@/lib/core/auth/proof-input";
import { code } from "@/lib/core/errors";
import { readRecoveryCode } from "./recovery-code";

const typed = z
  .string({ error: code("required") })
  .max(200, code("wrongCode"))
  .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, ""))
  .refine((text) => text !== "", code("required"));

/** Six digits of an app. */
const appCode = typed.refine((text) => text === "" || /^\d{6}$/.test(text), code("wrongCode"));

/** Six digits of an app, or a recovery code. */
const factorCode = typed.refine(
  (text) => text === "" || /^\d{6}$/.test(text) || readRecoveryCode(text) !== null,
  code("wrongCode"),
);

export const giveSecondFactorInput = z.strictObject({
  code: factorCode,
  next: z.string().max(2000, code("unreadable")).optional(),
});

/** A code of the app in use for another one; for the first, the password. */
export const offerFactorInput = z.strictObject({
  code: factorCode.optional(),
  currentPassword: proof,
});

export const confirmFactorInput = z.strictObject({ code: appCode });

export const factorCodeInput = z.strictObject({ code: factorCode });
