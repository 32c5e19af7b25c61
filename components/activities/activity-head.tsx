import { directionWords, factWords, stageWords, yearsWords } from "@/lib/activities/activity-words";
import type { ActivityPage } from "@/lib/activities/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { Badge } from "../ui/badge";
import { Breadcrumbs } from "../ui/breadcrumbs";
import { PageHeader } from "../ui/page-header";
import { ActivityTitle } from "./activity-title";

type ActivityHeadProps = {
  activity: ActivityPage;
  locale: Locale;
  /** The list, with the search one came from. */
  back: string;
};

/** Kind, stage, title, years and direction. */
export function ActivityHead({ activity, locale, back }: ActivityHeadProps) {
  const t = getTranslator(locale, "activities");
  const { title, kind, stage, direction } = activity;
  return (
    <PageHeader
      before={
        <Breadcrumbs
          items={[{ label: t("title"), href: back }]}
          label={getTranslator(locale, "ui")("breadcrumbs")}
        />
      }
      eyebrow={
        <>
          <Badge tone="info">{kind}</Badge>
          <Badge>{stageWords(stage, locale)}</Badge>
          {title?.isFallback ? <span>{fallbackLabel(locale, title.lang)}</span> : null}
        </>
      }
      lead={factWords([yearsWords(activity, locale), directionWords(direction, locale)])}
      title={<ActivityTitle locale={locale} title={title} />}
    />
  );
}
