import { today } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type Confirmation, standingOf, standingWords } from "@/lib/experiences/confirmation";
import type { OpinionsPage } from "@/lib/experiences/opinions.queries";
import { shownName } from "@/lib/members/member-card";
import { Badge } from "../ui/badge";
import { MoveForm } from "../ui/move-form";

type StandingLineProps = {
  confirmation: Confirmation;
  /** What members say; null for whoever is not told. */
  page: OpinionsPage | null;
  locale: Locale;
  confirm: FormAction;
};

/** Whether an experience still holds, as readers are told; its author confirms it here. */
export function StandingLine({ confirmation, page, locale, confirm }: StandingLineProps) {
  const standing = standingOf(confirmation, today());
  if (!standing) return null;
  const t = getTranslator(locale, "opinions");
  const isDue = standing.state !== "confirmed";
  // Whoever contradicts it now.
  const one = page?.opinions.find(
    ({ stance, isCounted, isAnswered }) => stance === "contradicted" && isCounted && !isAnswered,
  );
  return (
    <div className="mb-6 space-y-3">
      <p>
        <Badge tone={isDue ? "warning" : "success"}>
          {standingWords(confirmation, locale, one?.by ? shownName(one.by, locale).text : "")}
        </Badge>
      </p>
      {page?.mayConfirm ? (
        <MoveForm
          action={confirm}
          className="no-print space-y-3"
          hidden={{ id: page.id, version: String(page.version) }}
          label={t("standing.confirm")}
          locale={locale}
          scope="confirm"
          size="small"
          variant={isDue ? "primary" : "secondary"}
        >
          {isDue ? <p className="max-w-measure text-secondary">{t("standing.ask")}</p> : null}
        </MoveForm>
      ) : null}
    </div>
  );
}
