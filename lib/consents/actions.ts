"use server";

import { accountAction } from "@/lib/core/action";
import { giveConsent, withdrawConsent } from "./mutations";
import { consentInput, giveConsentInput } from "./schema";

const LEDGER = "/account#consents";

export const giveConsentAction = accountAction(
  giveConsentInput,
  async (tx, viewer, input, { locale }) => {
    await giveConsent(tx, viewer, { ...input, locale });
    return { redirectTo: LEDGER, notice: "consentGiven" };
  },
);

export const withdrawConsentAction = accountAction(consentInput, async (tx, viewer, input) => {
  await withdrawConsent(tx, viewer, input);
  return { redirectTo: LEDGER, notice: "consentWithdrawn" };
});
