import { isThere } from "@/lib/core/auth/standing";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { spacedNumber } from "@/lib/core/text/registration-numbers";
import type { Identity } from "@/lib/moderation/queries";
import { StatusBadge } from "../members/status-badge";
import { DefinitionList } from "../ui/definition-list";
import { PersonWords } from "../ui/person-words";

type IdentityCardProps = { locale: Locale; identity: Identity };

/** Who stands behind a text, as far as the portal knows. */
export function IdentityCard({ locale, identity }: IdentityCardProps) {
  const t = getTranslator(locale, "admin");
  const { memberSlug, status, joinedOn } = identity;
  const numbers = identity.numbers.map(({ kind, value }) =>
    t(`identity.numbers.${kind}`, { number: spacedNumber(kind, value) }),
  );
  const name = <PersonWords words={identity.name} />;
  return (
    <DefinitionList
      items={[
        {
          term: t("identity.name"),
          value:
            memberSlug && isThere({ status }) ? (
              <a href={path(locale, `/members/${memberSlug}`)}>{name}</a>
            ) : (
              name
            ),
        },
        { term: t("identity.status"), value: <StatusBadge locale={locale} status={status} /> },
        { term: t("identity.since"), value: joinedOn && formatDay(joinedOn, locale) },
        { term: t("identity.jobTitle"), value: identity.jobTitle },
        {
          term: t("identity.organisation"),
          value: identity.organisation ?? t("identity.none"),
        },
        { term: t("identity.website"), value: identity.website },
        {
          term: t("identity.registration"),
          value: numbers.length > 0 ? sideBySide(numbers, locale) : t("identity.numbersNone"),
        },
      ]}
      layout="stack"
    />
  );
}
