import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type AgendaFilters, NO_FILTERS } from "@/lib/events/agenda-filters";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";

type EmptyAgendaProps = {
  filters: AgendaFilters;
  locale: Locale;
  /** The address with other filters. */
  to: (change: Partial<AgendaFilters>) => string;
};

/** No event in the list or the month: since none is held, or since it was narrowed, with the way back. */
export function EmptyAgenda({ filters, locale, to }: EmptyAgendaProps) {
  const t = getTranslator(locale, "events");
  const { kind, city, q } = NO_FILTERS;
  const isNarrowed = filters.kind !== kind || filters.city !== city || filters.q !== q;
  const isMonth = filters.month !== NO_FILTERS.month;
  const unnarrowed = isMonth ? "emptyMonth" : filters.isPast ? "emptyPast" : "empty";
  const which = isNarrowed ? "emptyFiltered" : unnarrowed;
  return (
    <EmptyState
      action={
        isNarrowed ? (
          <LinkButton href={to({ kind, city, q })} variant="secondary">
            {t("list.all")}
          </LinkButton>
        ) : undefined
      }
      text={t(`list.${which}Text`)}
      title={t(`list.${which}Title`)}
    />
  );
}
