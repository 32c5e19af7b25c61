import { z } from "zod";
import { choice, rowVersion } from "@/lib/core/text/fields";
import { CONSENTS } from "./policy";

/** The purpose whose consent is withdrawn. */
export const consentInput = z.strictObject({ purpose: choice(CONSENTS) });

/** The purpose whose consent is given, and the version of the text that was on the page. */
export const giveConsentInput = consentInput.extend({ version: rowVersion });
