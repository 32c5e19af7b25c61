import { directionWords, factWords, stageWords, yearsWords } from "@/lib/activities/activity-words";
import type { TimelineItem } from "@/lib/activities/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { ActivityTitle } from "./activity-title";

type ActivityTimelineProps = {
  items: TimelineItem[];
  locale: Locale;
  /** The reader's own page: an empty one invites to add. */
  isOwn?: boolean;
};

/** What somebody does with China over the years: what goes on first, then what is over. */
export function ActivityTimeline({ items, locale, isOwn = false }: ActivityTimelineProps) {
  const t = getTranslator(locale, "activities");
  if (items.length === 0) {
    return (
      <EmptyState
        action={
          isOwn ? (
            <LinkButton href={path(locale, "/activities/new")}>{t("list.new")}</LinkButton>
          ) : undefined
        }
        headingLevel={3}
        text={isOwn ? t("timeline.emptyOwn") : t("timeline.emptyText")}
        title={t("timeline.emptyTitle")}
      />
    );
  }
  const parts = [
    { title: t("timeline.running"), items: items.filter((item) => !item.isEnded) },
    { title: t("timeline.ended"), items: items.filter((item) => item.isEnded) },
  ];
  return (
    <div className="space-y-8">
      {parts
        .filter((part) => part.items.length > 0)
        .map((part) => (
          <div key={part.title}>
            <h3 className="mb-4 font-semibold text-muted text-sm">{part.title}</h3>
            <ol className="space-y-6 border-hairline border-l-2 pl-5">
              {part.items.map((item) => (
                <TimelineEntry item={item} key={item.slug} locale={locale} />
              ))}
            </ol>
          </div>
        ))}
    </div>
  );
}

function TimelineEntry({ item, locale }: { item: TimelineItem; locale: Locale }) {
  const t = getTranslator(locale, "activities");
  const { slug, title, kind, stage, direction, cities, isEnded, isToConfirm } = item;
  const dot = isEnded ? "border-input-border bg-surface" : "border-primary bg-primary";
  return (
    <li className="relative">
      <span
        aria-hidden="true"
        className={`absolute top-[0.4em] -left-[1.65rem] size-2.5 rounded-full border-2 ${dot}`}
      />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-secondary text-sm">
        <span className="font-semibold tabular-nums">{yearsWords(item, locale)}</span>
        <Badge tone={isEnded ? "neutral" : "info"}>{stageWords(stage, locale)}</Badge>
        {isToConfirm ? <Badge tone="warning">{t("confirmed.toConfirm")}</Badge> : null}
      </p>
      <p className="mt-1 font-semibold">
        <a href={path(locale, `/activities/${slug}`)}>
          <ActivityTitle locale={locale} title={title} />
        </a>
      </p>
      <p className="text-secondary text-sm">
        {factWords([kind, directionWords(direction, locale)])}
      </p>
      {cities.length > 0 ? (
        <p className="text-muted text-sm">
          <span className="sr-only">{`${t("facts.cities")} `}</span>
          {sideBySide(cities, locale)}
        </p>
      ) : null}
      {title?.isFallback ? (
        <p className="text-muted text-sm">{fallbackLabel(locale, title.lang)}</p>
      ) : null}
    </li>
  );
}
