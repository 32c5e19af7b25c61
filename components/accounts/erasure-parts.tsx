import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { TitledPart } from "../ui/titled-part";

const GOES = ["account", "profile", "work", "projects", "said", "letters"] as const;
const STAYS = ["others", "rooms", "trail", "dues"] as const;

/** What an erasure takes away and what it leaves, in plain words. */
export function ErasureParts({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "accounts");
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <TitledPart id="goes" size="small" title={t("erasure.goesTitle")}>
        <ul className="list-disc space-y-2 pl-5">
          {GOES.map((part) => (
            <li key={part}>{t(`erasure.goes.${part}`)}</li>
          ))}
        </ul>
      </TitledPart>
      <TitledPart id="stays" size="small" title={t("erasure.staysTitle")}>
        <ul className="list-disc space-y-2 pl-5">
          {STAYS.map((part) => (
            <li key={part}>{t(`erasure.stays.${part}`)}</li>
          ))}
        </ul>
      </TitledPart>
    </div>
  );
}
