import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

const GOES = ["account", "profile", "work", "projects", "said", "letters"] as const;
const STAYS = ["others", "rooms", "trail", "dues"] as const;

/** What an erasure takes away and what it leaves, in plain words. */
export function ErasureParts({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "accounts");
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <section aria-labelledby="goes">
        <h2 className="mb-3 font-semibold text-lg" id="goes">
          {t("erasure.goesTitle")}
        </h2>
        <ul className="list-disc space-y-2 pl-5">
          {GOES.map((part) => (
            <li key={part}>{t(`erasure.goes.${part}`)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="stays">
        <h2 className="mb-3 font-semibold text-lg" id="stays">
          {t("erasure.staysTitle")}
        </h2>
        <ul className="list-disc space-y-2 pl-5">
          {STAYS.map((part) => (
            <li key={part}>{t(`erasure.stays.${part}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
