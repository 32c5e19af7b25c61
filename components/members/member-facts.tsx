import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { labelsOf } from "@/lib/members/member-card";
import type { MemberPage } from "@/lib/members/queries";
import { DefinitionList } from "../ui/definition-list";
import { TitledPart } from "../ui/titled-part";

/** Languages, cities and sectors of a member, and since when they belong to the club; nothing when all is hidden. */
export function MemberFacts({ member, locale }: { member: MemberPage; locale: Locale }) {
  const t = getTranslator(locale, "members");
  const list = (kind: "languages" | "cities" | "sectors") =>
    sideBySide(labelsOf(kind, member[kind], locale), locale);
  const items = [
    { term: t("member.languages"), value: list("languages") },
    { term: t("member.cities"), value: list("cities") },
    { term: t("member.sectors"), value: list("sectors") },
    { term: t("member.joined"), value: member.joinedOn && formatDay(member.joinedOn, locale) },
  ];
  if (items.every(({ value }) => !value)) return null;
  return (
    <TitledPart id="facts" size="small" title={t("member.facts")}>
      <DefinitionList items={items} layout="stack" />
    </TitledPart>
  );
}
