import { ZONE } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";

type ZoneAskProps = { locale: Locale; action: FormAction };

/** Asks whose clock the digest goes by: one press for the two clocks of the club. */
export function ZoneAsk({ locale, action }: ZoneAskProps) {
  const t = getTranslator(locale, "notifications");
  return (
    <section aria-labelledby="zone" className="mb-12 border-hairline border-y py-6">
      <h2 className="font-semibold text-xl" id="zone">
        {t("ask.title")}
      </h2>
      <p className="mt-1 mb-4 text-secondary">{t("ask.text")}</p>
      <div className="flex flex-wrap items-start gap-3">
        {(["lyon", "beijing"] as const).map((city) => (
          <MoveForm
            action={action}
            hidden={{ timeZone: ZONE[city] }}
            key={city}
            label={t(`ask.${city}`)}
            locale={locale}
            scope={`zone ${city}`}
            variant="secondary"
          />
        ))}
        <LinkButton href={path(locale, "/account#mails")} variant="quiet">
          {t("ask.other")}
        </LinkButton>
      </div>
    </section>
  );
}
