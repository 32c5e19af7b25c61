import { greetingName } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Addressee } from "@/lib/core/mail/queue-mail";
import type { ApplicationAnswers } from "./answers";

/** What a mail to an applicant needs of an application. */
export type Applying = { id: string; email: string; locale: Locale; answers: ApplicationAnswers };

/** Whom a mail about an application goes to; the name is empty as long as none was given. */
export function applicantAddress({ id, email, locale, answers }: Applying): Addressee {
  const { familyName = "", givenName = "", nameOrder = "given-first", nameZh } = answers;
  const person = { displayName: {}, familyName, givenName, nameOrder, nameZh };
  const name = greetingName(person, locale).trim();
  return { applicationId: id, address: email, locale, name };
}
