import { z } from "zod";
import { choice } from "@/lib/core/text/fields";
import { CONSENTS } from "./policy";

/** The purpose whose consent is given or withdrawn; the text agreed to is the one in force. */
export const consentInput = z.strictObject({ purpose: choice(CONSENTS) });
