import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";

type OwnAskProps = {
  ask: { id: string; slug: string; version: number; askedCount: number | null };
  isOnline: boolean;
  locale: Locale;
  withdraw: FormAction;
};

/** What only whoever asked reads above their question: how many it was sent to, and how it is taken back. */
export function OwnAsk({ ask, isOnline, locale, withdraw }: OwnAskProps) {
  const t = getTranslator(locale, "asks");
  const { id, slug, version, askedCount } = ask;
  if (!isOnline) {
    return (
      <div className="mb-8">
        <Notice title={t("state.withdrawn.title")} tone="info">
          <p>{t("page.withdrawn")}</p>
        </Notice>
      </div>
    );
  }
  return (
    <div className="no-print mb-8 space-y-3">
      <p className="text-secondary">{t("page.asked", { count: askedCount ?? 0 })}</p>
      <GraveMove consequence={t("page.withdrawConsequence")} label={t("page.withdraw")}>
        <MoveForm
          action={withdraw}
          hidden={{ askId: id, version: String(version), slug }}
          label={t("page.withdrawConfirm")}
          locale={locale}
          scope="withdraw"
          variant="danger"
        />
      </GraveMove>
    </div>
  );
}
