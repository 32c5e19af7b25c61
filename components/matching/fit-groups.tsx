import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Match } from "@/lib/matching/matching-score";

type FitGroupsProps<One> = {
  /** The best first. */
  found: readonly One[];
  headingLevel: 2 | 3;
  locale: Locale;
  /** The cards of one group. */
  children: (some: readonly One[]) => ReactNode;
};

/** Cards of what fits; what shares no more than places comes after, under a heading of its own. */
export function FitGroups<One extends { match: Match }>({
  found,
  headingLevel,
  locale,
  children,
}: FitGroupsProps<One>) {
  const Heading = `h${headingLevel}` as const;
  const near = found.filter(({ match }) => match.isNear);
  const others = found.filter(({ match }) => !match.isNear);
  return (
    <>
      {near.length > 0 ? <ul className="grid gap-5 md:grid-cols-2">{children(near)}</ul> : null}
      {others.length > 0 ? (
        <>
          <Heading className="mt-10 mb-4 font-semibold text-xl first:mt-0">
            {getTranslator(locale, "matching")("elsewhere")}
          </Heading>
          <ul className="grid gap-5 md:grid-cols-2">{children(others)}</ul>
        </>
      ) : null}
    </>
  );
}
