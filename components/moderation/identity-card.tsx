import { isThere } from "@/lib/core/auth/standing";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Identity } from "@/lib/moderation/queries";
import { StatusBadge } from "../members/status-badge";
import { DefinitionList } from "../ui/definition-list";

type IdentityCardProps = { locale: Locale; identity: Identity };

/** Who stands behind a text, as far as the portal knows. */
export function IdentityCard({ locale, identity }: IdentityCardProps) {
  const t = getTranslator(locale, "admin");
  const { memberSlug, status, joinedOn } = identity;
  return (
    <DefinitionList
      items={[
        {
          term: t("identity.name"),
          value:
            memberSlug && isThere({ status }) ? (
              <a href={path(locale, `/members/${memberSlug}`)}>{identity.name}</a>
            ) : (
              identity.name
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
          value:
            identity.numbers.length > 0
              ? identity.numbers.join("\u00a0· ")
              : t("identity.numbersNone"),
        },
      ]}
      layout="stack"
    />
  );
}
