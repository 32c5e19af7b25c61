import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listed } from "@/lib/core/i18n/word-list";
import { Checkbox } from "../ui/checkbox";
import { Notice } from "../ui/notice";

type NamedTickProps = { names: readonly string[]; locale: Locale };

/** Warns that other members are named, and asks whether they agree; nothing where nobody is. */
export function NamedTick({ names, locale }: NamedTickProps) {
  if (names.length === 0) return null;
  const t = getTranslator(locale, "experiences");
  return (
    <Notice title={t("named.title")} tone="warning">
      <p className="mb-3">{t("named.text", { names: listed(names, locale) })}</p>
      <Checkbox label={t("named.tick")} name="agreed" value="on" />
    </Notice>
  );
}
