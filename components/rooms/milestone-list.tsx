import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Milestone } from "@/lib/rooms/milestones.queries";
import { EmptyState } from "../ui/empty-state";
import { TitledPart } from "../ui/titled-part";
import { MilestoneRow } from "./milestone-row";
import { roomPath } from "./room-tabs";

type MilestoneListProps = {
  milestones: Milestone[];
  slug: string;
  locale: Locale;
  /** Whether each leads to its change. */
  canPlan: boolean;
};

/** The milestones of a room by their due days. */
export function MilestoneList({ milestones, slug, locale, canPlan }: MilestoneListProps) {
  const t = getTranslator(locale, "rooms");
  if (milestones.length === 0) {
    return <EmptyState text={t("milestones.empty")} title={t("milestones.emptyTitle")} />;
  }
  return (
    <TitledPart id="milestones" size="tight" title={t("milestones.list")}>
      <ul className="divide-y divide-hairline border-hairline border-y">
        {milestones.map((milestone) => (
          <MilestoneRow key={milestone.id} locale={locale} milestone={milestone}>
            {canPlan ? (
              <a
                className="no-print mt-2 inline-flex min-h-9 items-center text-sm pointer-coarse:min-h-11"
                href={path(locale, `${roomPath(slug, "milestones")}#change`, {
                  edit: milestone.id,
                })}
              >
                {t("milestones.change", { title: milestone.title })}
              </a>
            ) : null}
          </MilestoneRow>
        ))}
      </ul>
    </TitledPart>
  );
}
