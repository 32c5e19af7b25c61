import { z } from "zod";
import { email, line } from "@/lib/core/text/fields";
import { addressInput } from "@/lib/entries/entry-input";
import { sayOutcomeInput } from "./attendance.schema";
import { changeRegistrationInput, registerInput, registrationTarget } from "./registrations.schema";

/** The secret of a guest's letters. */
const token = line(400);

const name = line(120);

export const askAsGuestInput = registerInput.extend({
  slug: addressInput,
  name,
  email,
  /** A trap: nobody sees this field, so only a machine fills it in. */
  homepage: z.string().max(2000).default(""),
});

export const guestInput = z.strictObject({ token });
export const guestTarget = registrationTarget.extend({ token });
export const guestChangeInput = changeRegistrationInput.extend({ token, name });
export const guestOutcomeInput = sayOutcomeInput.extend({ token });
