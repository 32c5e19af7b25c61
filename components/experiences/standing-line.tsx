import { today } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { standingOf } from "@/lib/experiences/confirmation";
import { standingWords } from "@/lib/experiences/confirmation-words";
import type { OpinionsPage } from "@/lib/experiences/opinions.queries";
import { shownName } from "@/lib/members/member-card";
import { Badge } from "../ui/badge";
import { MoveForm } from "../ui/move-form";

type StandingLineProps = { page: OpinionsPage; locale: Locale; confirm: FormAction };

/** Whether an experience still holds, as readers are told; its author confirms it here. */
export function StandingLine({ page, locale, confirm }: StandingLineProps) {
  const { confirmation, mayConfirm, id, version } = page;
  const standing = standingOf(confirmation, today());
  if (!standing) return null;
  const t = getTranslator(locale, "opinions");
  const isDue = standing.state !== "confirmed";
  return (
    <div className="mb-6 space-y-3">
      <p>
        <Badge tone={isDue ? "warning" : "success"}>
          {standingWords(confirmation, locale, contradictor(page, locale))}
        </Badge>
      </p>
      {mayConfirm ? (
        <MoveForm
          action={confirm}
          className="no-print space-y-3"
          hidden={{ id, version: String(version) }}
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

/** Whoever contradicts it, where it is one. */
function contradictor({ opinions }: OpinionsPage, locale: Locale): string {
  const t = getTranslator(locale, "opinions");
  const one = opinions.find(
    ({ stance, isCounted, isAnswered }) => stance === "contradicted" && isCounted && !isAnswered,
  );
  return one?.by ? shownName(one.by, locale).text : t("somebody");
}
