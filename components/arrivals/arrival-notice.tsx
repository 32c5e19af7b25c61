import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";

type ArrivalNoticeProps = { action: FormAction; locale: Locale };

/** Where a person stands whom the club brought in and who has signed in by their address: one button leads on. */
export function ArrivalNotice({ action, locale }: ArrivalNoticeProps) {
  const t = getTranslator(locale, "arrivals");
  return (
    <Notice className="mb-10" title={t("own.title")} tone="warning">
      <p className="mb-4">{t("own.text")}</p>
      <MoveForm
        action={action}
        hidden={{}}
        isKeyless
        label={t("own.go")}
        locale={locale}
        scope="come-in"
      />
    </Notice>
  );
}
