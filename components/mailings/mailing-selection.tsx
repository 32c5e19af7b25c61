import { referenceLabel } from "@/db/reference/lists";
import { LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import type { Mailing } from "@/lib/mailings/queries";
import { DefinitionList } from "../ui/definition-list";

type MailingSelectionProps = {
  it: Pick<Mailing, "kind" | "categories" | "locales" | "cities" | "sectors">;
  locale: Locale;
};

/** Whom a mailing is for, as it was chosen: what is used of each list, or everybody. */
export function MailingSelection({ it, locale }: MailingSelectionProps) {
  const t = getTranslator(locale, "mailings");
  const chosen = {
    categories: it.categories.map((slug) => referenceLabel("membershipCategories", slug, locale)),
    locales: LOCALES.filter((one) => it.locales.includes(one)).map((one) => LOCALE_NAME[one]),
    cities: it.cities.map((slug) => referenceLabel("cities", slug, locale)),
    sectors: it.sectors.map((slug) => referenceLabel("sectors", slug, locale)),
  };
  const lists = (["categories", "locales", "cities", "sectors"] as const).map((list) => ({
    term: t(`edit.${list}`),
    value: sideBySide(chosen[list], locale),
  }));
  const isForAll = lists.every(({ value }) => value === "");
  const all = { term: t("edit.selection"), value: t("edit.everybody", { kind: it.kind }) };
  return <DefinitionList items={isForAll ? [all] : lists} />;
}
