import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import {
  GROUPS,
  type InterestFilters,
  interestQuery,
  SIDES,
} from "@/lib/interests/interest-groups";
import type { InterestCounts } from "@/lib/interests/queries";
import { TabsNav } from "../ui/tabs-nav";

type InboxTabsProps = { filters: InterestFilters; counts: InterestCounts; locale: Locale };

const GROUP_LINK =
  "inline-flex min-h-9 items-center gap-1.5 rounded-full border border-hairline px-3 text-secondary text-sm no-underline hover:bg-subtle hover:text-ink pointer-coarse:min-h-11 aria-[current=page]:border-transparent aria-[current=page]:bg-chip aria-[current=page]:font-semibold aria-[current=page]:text-link";

/** Received and sent, and below it the states, each with the number of rows it opens. */
export function InboxTabs({ filters, counts, locale }: InboxTabsProps) {
  const t = getTranslator(locale, "interests");
  const { side, group } = filters;
  const to = (other: Partial<InterestFilters>) =>
    path(locale, "/interests", interestQuery({ ...filters, page: 1, ...other }));
  return (
    <>
      <TabsNav
        label={t("list.sides")}
        tabs={SIDES.map((one) => ({
          label: t(`list.${one}`),
          href: to({ side: one, group: null }),
          current: one === side,
          count: counts[one].all,
        }))}
      />
      <nav aria-label={t("list.groups")} className="no-print mb-6">
        <ul className="flex flex-wrap gap-2">
          {[null, ...GROUPS].map((one) => (
            <li key={one ?? "all"}>
              <a
                aria-current={one === group ? "page" : undefined}
                className={GROUP_LINK}
                href={to({ group: one })}
              >
                {t(`list.${one ?? "all"}`)}
                <span className="tabular-nums">{counts[side][one ?? "all"]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
