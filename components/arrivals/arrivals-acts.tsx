import type { ArrivalCounts } from "@/lib/arrivals/waiting.queries";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { LinksLeaving } from "./links-leaving";

type ArrivalsActsProps = {
  counts: ArrivalCounts;
  /** The page itself, while links that were asked for still leave: nobody asks for the same twice. */
  leaving: string | null;
  actions: Record<"send" | "remind" | "forget", FormAction>;
  locale: Locale;
};

/** What can be done for all who are due: their link, one reminder, their deletion. */
export function ArrivalsActs({ counts, leaving, actions, locale }: ArrivalsActsProps) {
  const t = getTranslator(locale, "arrivals");
  const [links, reminders, deletions] = [
    counts["no-link"],
    counts["to-remind"],
    counts["to-delete"],
  ];
  return (
    <div className="mb-8 flex flex-wrap items-start gap-4 empty:hidden">
      {leaving ? <LinksLeaving here={leaving} locale={locale} /> : null}
      {links > 0 && !leaving ? (
        <MoveForm
          action={actions.send}
          hidden={{}}
          label={t("list.send", { count: links })}
          locale={locale}
          scope="links"
        />
      ) : null}
      {reminders > 0 && !leaving ? (
        <GraveMove
          consequence={t("list.remindText")}
          label={t("list.remind", { count: reminders })}
        >
          <MoveForm
            action={actions.remind}
            hidden={{}}
            label={t("list.remind", { count: reminders })}
            locale={locale}
            scope="remind"
          />
        </GraveMove>
      ) : null}
      {deletions > 0 ? (
        <GraveMove
          consequence={t("list.forgetText")}
          label={t("list.forget", { count: deletions })}
        >
          <MoveForm
            action={actions.forget}
            hidden={{}}
            label={t("list.forget", { count: deletions })}
            locale={locale}
            scope="forget"
            variant="danger"
          />
        </GraveMove>
      ) : null}
    </div>
  );
}
