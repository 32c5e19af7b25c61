import type { ReactNode } from "react";
import { referenceLabel } from "@/db/reference/lists";
import type { ActivityPage } from "@/lib/activities/queries";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { MemberName } from "../members/member-name";
import { Card } from "../ui/card";
import { DefinitionList } from "../ui/definition-list";
import { ConfirmedBadge } from "./confirmed-badge";

type ActivityFactsProps = {
  activity: ActivityPage;
  /** The way to propose an exchange to who does it, where the reader may. */
  ask: ReactNode;
  locale: Locale;
};

/** Who does it, as far as the reader sees them, where and with whom. */
export function ActivityFacts({ activity, ask, locale }: ActivityFactsProps) {
  const t = getTranslator(locale, "activities");
  const { organisation, member, headcountBand, isOwn, visibility } = activity;
  return (
    <Card as="section" labelledBy="facts">
      <h2 className="sr-only" id="facts">
        {t("facts.title")}
      </h2>
      <DefinitionList
        items={[
          {
            term: t("facts.organisation"),
            value: organisation ? (
              <a
                href={path(locale, `/organisations/${organisation.slug}`)}
                lang={LANGUAGE_TAG[organisation.name.lang]}
              >
                {organisation.name.text}
              </a>
            ) : null,
          },
          {
            term: t("facts.member"),
            value: member ? (
              <a href={path(locale, `/members/${member.slug}`)}>
                <MemberName name={member.name} />
              </a>
            ) : null,
          },
          { term: t("facts.cities"), value: sideBySide(activity.cities, locale) },
          { term: t("facts.sectors"), value: sideBySide(activity.sectors, locale) },
          { term: t("facts.partner"), value: activity.partner },
          {
            term: t("facts.headcountBand"),
            // That nobody works there says no more than that no number was given.
            value:
              headcountBand && headcountBand !== "none"
                ? referenceLabel("headcountBands", headcountBand, locale)
                : "",
          },
          {
            term: t("facts.visibility"),
            value: isOwn ? getTranslator(locale, "members")(`profile.levels.${visibility}`) : "",
          },
        ]}
        layout="stack"
      />
      {ask ? <p className="no-print mt-5">{ask}</p> : null}
      {activity.isEnded ? null : (
        <p className="mt-5 border-hairline border-t pt-4 text-muted text-sm">
          <ConfirmedBadge activity={activity} locale={locale} />
        </p>
      )}
    </Card>
  );
}
