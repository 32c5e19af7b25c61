import type { ReactNode } from "react";
import { referenceLabel } from "@/db/reference/lists";
import type { Arrival } from "@/lib/arrivals/queries";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { organisationName } from "@/lib/organisations/organisation-name";
import { DefinitionList } from "../ui/definition-list";

type HeldFactsProps = { arrival: Arrival; contact: string; locale: Locale };

/** What is held of a person beside what the form below shows, from where, for what, for how long, and their rights. */
export function HeldFacts({ arrival, contact, locale }: HeldFactsProps) {
  const t = getTranslator(locale, "arrivals");
  const { organisation: name, organisationSlug: slug, organisationLocale } = arrival;
  const date = formatDay(arrival.broughtOn, locale);
  const organisation =
    name && slug && organisationLocale
      ? organisationName({ name, slug, originalLocale: organisationLocale }, locale).text
      : null;
  return (
    <div className="space-y-4">
      <p>{t(arrival.isFromFile ? "page.fromFile" : "page.byTeam", { date })}</p>
      <DefinitionList
        items={[
          {
            term: t("facts.email"),
            value: <span className="break-all">{arrival.email}</span>,
          },
          { term: t("facts.organisation"), value: organisation },
          {
            term: t("facts.category"),
            value: referenceLabel("membershipCategories", arrival.category, locale),
          },
          {
            term: t("facts.joinedOn"),
            value: arrival.joinedOn && formatDay(arrival.joinedOn, locale),
          },
          { term: t("facts.phone"), value: arrival.phone },
          { term: t("facts.wechat"), value: arrival.wechat },
        ]}
      />
      <p>{t("page.why")}</p>
      <p>{t("page.end", { date: formatDay(arrival.keptUntil, locale) })}</p>
      <p>
        {t.rich("page.rights", {
          contact,
          mail: (words: ReactNode) => <a href={`mailto:${contact}`}>{words}</a>,
          privacy: (words: ReactNode) => <a href={path(locale, "/privacy")}>{words}</a>,
        })}
      </p>
    </div>
  );
}
