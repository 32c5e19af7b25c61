import { PORTAL_TEXTS, type TextsInForce } from "@/lib/consents/consent-texts";
import { readIn, type Tick, ticksInForce, wasShown } from "@/lib/consents/tick";
import type { Locale } from "@/lib/core/i18n/locales";
import { phoneCountries, readPhone } from "@/lib/core/text/phone-numbers";
import { settleNames, type TypedNames } from "@/lib/members/settled-names";
import type { ApplicationAnswers } from "./answers";
import { tidyOrganisation } from "./organisation-facts";

type Answers = Omit<ApplicationAnswers, "consents"> & { consents?: Omit<Tick, "locale">[] };

/** What one page of the form sends: empty texts, `null` and empty lists stand for no answer. */
export type SentAnswers = { [Field in keyof Answers]?: Answers[Field] | null };

const isAnswered = (value: unknown) =>
  value !== null && value !== undefined && value !== "" && Object.keys(value).length > 0;

/**
 * The answers after a page was saved: its own replaced, the others as they were, none of them empty. Boxes are ticked
 * beside a text in the language of the page, or in the one that `texts` have instead, and a number is dialled in its country;
 * that is read on the page that asks for it, so that no number changes unseen. No box of a text that has yet to come is kept.
 */
export function mergeAnswers(
  before: ApplicationAnswers,
  sent: SentAnswers,
  locale: Locale,
  texts: TextsInForce = PORTAL_TEXTS,
): ApplicationAnswers {
  const ticks = sent.consents
    ?.filter((tick) => wasShown(texts, tick))
    .map((tick) => ({ ...tick, locale: readIn(texts, tick.purpose, locale) }));
  const after = { ...before, ...sent, ...(ticks && { consents: ticks }) };
  const all = Object.entries(after).filter(([, value]) => isAnswered(value));
  const tidied = tidyOrganisation(Object.fromEntries(all) as ApplicationAnswers);
  return "phone" in sent ? withCountryCode(tidied, locale) : tidied;
}

/** A telephone number as E.164 writes it, where the page's language or the organisation's country says it is dialled. */
function withCountryCode(answers: ApplicationAnswers, locale: Locale): ApplicationAnswers {
  const { phone, country } = answers;
  if (!phone) return answers;
  return { ...answers, phone: readPhone(phone, phoneCountries(locale, country)) ?? phone };
}

/** The answers with the person's names in the fields of their script, see `settleNames`; `proposed`: once one changed. */
export function withSettledNames(answers: ApplicationAnswers): {
  answers: ApplicationAnswers;
  proposed: TypedNames | null;
} {
  const { familyName = "", givenName = "", nameZh = "", ...rest } = answers;
  const { isProposed, ...names } = settleNames({ familyName, givenName, nameZh });
  const written = Object.entries(names).filter(([, name]) => name !== "");
  return {
    answers: { ...rest, ...Object.fromEntries(written) },
    proposed: isProposed ? names : null,
  };
}

/** The answers without the boxes whose text has changed since they were ticked. */
export function withoutOldTicks(
  { consents, ...answers }: ApplicationAnswers,
  texts: TextsInForce,
): ApplicationAnswers {
  const ticks = ticksInForce(texts, consents);
  return ticks.length > 0 ? { ...answers, consents: ticks } : answers;
}
