import { isReference } from "@/db/reference/lists";
import { today } from "@/lib/core/dates";
import type { QueryValues } from "@/lib/core/paths";
import { type Asked, oneOf, readPage, readQuery } from "@/lib/search/list-filters";

/** Of every event that is held in Lyon, whatever its quarter. */
export const LYON = "lyon";

/** What the address of the agenda asks for: one of each at most; a `month` is `YYYY-MM`, `page` counts from 1. */
export type AgendaFilters = {
  kind: string;
  /** A city of China, or `LYON`. */
  city: string;
  /** Drawn as a month; `""` is the list. */
  month: string;
  isPast: boolean;
  /** What was typed. */
  q: string;
  page: number;
};

/** Nothing is asked for: what comes next. */
export const NO_FILTERS: AgendaFilters = {
  ...{ kind: "", city: "", month: "", q: "" },
  isPast: false,
  page: 1,
};

/** The filters in an address; what no list and no calendar knows is left out. */
export function readAgendaFilters(asked: Asked): AgendaFilters {
  const month = oneOf(asked, "month", (value) => /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(value));
  return {
    kind: oneOf(asked, "kind", (slug) => isReference("eventKinds", slug)),
    city: oneOf(asked, "city", (slug) => slug === LYON || isReference("cities", slug)),
    month,
    q: readQuery(asked),
    isPast: month === "" && asked.when === "past",
    page: readPage(asked),
  };
}

/** The address of the agenda with these filters; the first page has no number. */
export const agendaQuery = ({
  kind,
  city,
  month,
  isPast,
  q,
  page,
}: AgendaFilters): QueryValues => ({
  kind: kind || undefined,
  city: city || undefined,
  q: q || undefined,
  month: month || undefined,
  when: isPast ? "past" : undefined,
  page: page > 1 && month === "" ? page : undefined,
});

/** The month `YYYY-MM` in which today lies in Lyon. */
export const thisMonth = (): string => today().slice(0, 7);
