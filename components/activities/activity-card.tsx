import type { ActivityCardData } from "@/lib/activities/activity-card";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { MemberName } from "../members/member-name";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { CardFact } from "../ui/card-fact";
import { ActivityTitle } from "./activity-title";
import { directionWords, factWords, stageWords, yearsWords } from "./activity-words";
import { ConfirmedBadge } from "./confirmed-badge";

type ActivityCardProps = { activity: ActivityCardData; locale: Locale };

const SHOWN_CITIES = 4;

/** An activity in a list: what, how far, for whom, where, and when somebody last said that it is right. */
export function ActivityCard({ activity, locale }: ActivityCardProps) {
  const { slug, title, kind, stage, direction, organisation, member, cities, sectors } = activity;
  const t = getTranslator(locale, "activities");
  const isFor = activity.visibility === "team" || activity.visibility === "self";
  const more = cities.length - SHOWN_CITIES;
  const places = sideBySide(cities.slice(0, SHOWN_CITIES), locale);
  return (
    <Card as="li" className="flex flex-col" interactive>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="info">{kind}</Badge>
        <Badge>{stageWords(stage, locale)}</Badge>
        {isFor ? (
          <Badge>{getTranslator(locale, "enums")(`visibility.${activity.visibility}`)}</Badge>
        ) : null}
      </p>
      <h3 className="mt-3 font-semibold text-lg leading-snug">
        <a className="stretched no-underline" href={path(locale, `/activities/${slug}`)}>
          <ActivityTitle locale={locale} title={title} />
        </a>
      </h3>
      {title?.isFallback ? (
        <p className="mt-1 text-muted text-sm">{fallbackLabel(locale, title.lang)}</p>
      ) : null}
      <p className="mt-1 text-secondary text-sm">
        {factWords([yearsWords(activity, locale), directionWords(direction, locale)])}
      </p>
      <div className="mt-auto space-y-1 pt-4 text-muted text-sm">
        {organisation ? (
          <CardFact icon="building" label={t("facts.organisation")}>
            <span dir="auto" lang={LANGUAGE_TAG[organisation.name.lang]}>
              {organisation.name.text}
            </span>
          </CardFact>
        ) : null}
        {member ? (
          <CardFact icon="user" label={t("facts.member")}>
            <MemberName name={member.name} />
          </CardFact>
        ) : null}
        {places ? (
          <CardFact icon="pin" label={t("facts.cities")}>
            {more > 0 ? `${places} +${more}` : places}
          </CardFact>
        ) : null}
        <CardFact icon="folder" label={t("facts.sectors")}>
          {sideBySide(sectors, locale)}
        </CardFact>
        {activity.isEnded ? null : (
          <CardFact icon="check">
            <ConfirmedBadge activity={activity} locale={locale} />
          </CardFact>
        )}
      </div>
    </Card>
  );
}
