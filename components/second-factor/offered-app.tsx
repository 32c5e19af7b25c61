import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OfferedApp as Offered } from "@/lib/second-factor/queries";
import { MoveForm } from "../ui/move-form";
import { QrCode } from "../ui/qr-code";
import { CodeField } from "./code-field";

type OfferedAppProps = { offered: Offered; confirm: FormAction; locale: Locale };

/** Setting an app up: what it has to be told, then its first code. */
export function OfferedApp({ offered, confirm, locale }: OfferedAppProps) {
  const t = getTranslator(locale, "secondFactor");
  return (
    <div className="max-w-2xl space-y-8">
      <section aria-labelledby="scan">
        <h2 className="font-semibold text-xl" id="scan">
          {t("app.scan")}
        </h2>
        <p className="mt-2">{t("app.scanText")}</p>
        <div className="mt-4 flex flex-wrap items-center gap-x-8 gap-y-4">
          <QrCode address={offered.address} label={t("app.picture")} />
          <div className="min-w-0">
            <p className="text-muted text-sm">{t("app.key")}</p>
            <p className="mt-1 max-w-60 break-words font-mono" translate="no">
              {offered.secret}
            </p>
          </div>
        </div>
      </section>
      <section aria-labelledby="confirm">
        <h2 className="font-semibold text-xl" id="confirm">
          {t("app.confirm")}
        </h2>
        <MoveForm
          action={confirm}
          className="mt-4 space-y-5"
          hidden={{}}
          isKeyless
          label={t("app.submit")}
          locale={locale}
          scope="confirm"
        >
          <CodeField hint={t("app.codeHint")} kind="app" label={t("app.code")} />
          <p className="text-muted text-sm">{t("app.consequence")}</p>
        </MoveForm>
      </section>
    </div>
  );
}
