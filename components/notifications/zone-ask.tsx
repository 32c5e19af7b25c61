import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { zoneOptions } from "@/lib/notifications/zone-options";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { ZoneField } from "./zone-field";

type ZoneAskProps = { locale: Locale; action: FormAction };

/** Asks whose clock the digest goes by. */
export function ZoneAsk({ locale, action }: ZoneAskProps) {
  const t = getTranslator(locale, "notifications");
  return (
    <section aria-labelledby="zone" className="mb-12 border-hairline border-y py-6">
      <h2 className="font-semibold text-xl" id="zone">
        {t("ask.title")}
      </h2>
      <p className="mt-1 mb-4 text-secondary">{t("ask.text")}</p>
      <div className="max-w-md space-y-3">
        <MoveForm
          action={action}
          hidden={{}}
          label={t("ask.submit")}
          locale={locale}
          scope="zone"
          variant="secondary"
        >
          <ZoneField {...zoneOptions(null, locale)} isOpen label={t("rhythm.timeZone")} />
        </MoveForm>
        <LinkButton href={path(locale, "/account#mails")} variant="quiet">
          {t("ask.other")}
        </LinkButton>
      </div>
    </section>
  );
}
