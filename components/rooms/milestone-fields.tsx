import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ROOM_MAX } from "@/lib/rooms/room-limits";
import { ProposedDate } from "../ui/proposed-date";
import { TextField } from "../ui/text-field";

type MilestoneFieldsProps = {
  /** The first day that can be planned, `YYYY-MM-DD`. */
  plannedFrom: string | null;
  locale: Locale;
  milestone?: { title: string; startsOn: string | null; dueOn: string };
  /** It is what an empty room suggests. */
  isSuggested?: boolean;
};

/** What a milestone is and when: the same for a new one and for a change. */
export function MilestoneFields({
  plannedFrom,
  locale,
  milestone,
  isSuggested,
}: MilestoneFieldsProps) {
  const t = getTranslator(locale, "rooms");
  const hint = plannedFrom
    ? t("milestones.notBefore", { day: formatDay(plannedFrom, locale) })
    : undefined;
  return (
    <>
      <TextField
        defaultValue={milestone?.title}
        hint={isSuggested ? t("start.hint") : undefined}
        label={t("milestones.name")}
        maxLength={ROOM_MAX.title}
        name="title"
        required
      />
      <TextField
        defaultValue={milestone?.startsOn ?? undefined}
        hint={hint}
        label={t("milestones.start")}
        name="startsOn"
        type="date"
        width="medium"
      />
      <div className="space-y-1.5">
        <TextField
          defaultValue={milestone?.dueOn}
          label={t("milestones.dueField")}
          name="dueOn"
          required
          type="date"
          width="medium"
        />
        <ProposedDate fields={["dueOn"]} from={milestone?.dueOn} locale={locale} />
      </div>
    </>
  );
}
