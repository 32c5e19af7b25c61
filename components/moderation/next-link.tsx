import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { leadOn } from "@/lib/moderation/queue-address";

type NextLinkProps = {
  locale: Locale;
  /** The page it stands on (`RequestFacts.page`). */
  page: string | undefined;
};

/** To what follows in the list that a dossier was opened from, without deciding; nothing where it was opened from elsewhere. */
export function NextLink({ locale, page }: NextLinkProps) {
  const next = leadOn(page, "");
  if (next === "") return null;
  return (
    <p>
      <a href={path(locale, next)}>{getTranslator(locale, "admin")("desk.next")}</a>
    </p>
  );
}
