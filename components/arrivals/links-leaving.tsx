import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { LinkButton } from "../ui/link-button";

/** Stands for the buttons that ask for links as long as those asked for leave; `here` is the page itself. */
export function LinksLeaving({ here, locale }: { here: string; locale: Locale }) {
  const t = getTranslator(locale, "arrivals");
  return (
    <div className="flex flex-wrap items-center gap-4">
      <p>{t("leaving.text")}</p>
      <LinkButton href={here} variant="secondary">
        {t("leaving.refresh")}
      </LinkButton>
    </div>
  );
}
