import { type ReferenceList, referenceLabel } from "@/db/reference/lists";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type NameParts, personName } from "./person-name";

const NOTICES: NoticeTable<"member"> = {
  "member.asked": { member: "profileToConfirm" },
};

/** What a profile says of its member, as a letter repeats it to them. */
export type ToldProfile = NameParts & {
  accountId: string;
  email: string;
  jobTitle: LocalizedText;
  organisation: LocalizedText | null;
  sectors: readonly string[];
  cities: readonly string[];
  originalLocale: Locale;
};

/** A member is asked whether they are still who their profile says; only the letter repeats it. */
export const tellOfProfile = (profile: ToldProfile) =>
  tellBy(NOTICES, {
    people: { member: { accountId: profile.accountId } },
    facts: { to: "/account/profile" },
    letter: (locale) => ({ list: linesOf(profile, locale) }),
  });

/** A line for each thing it says, and for what it leaves out that people look for. */
function linesOf(profile: ToldProfile, locale: Locale): string {
  const t = getTranslator(locale, "members");
  const told = (text: LocalizedText | null) =>
    (text && pickText(text, locale, profile.originalLocale)?.text) || "–";
  const listed = (list: ReferenceList, slugs: readonly string[]) =>
    slugs.map((slug) => referenceLabel(list, slug, locale)).join(" · ") || "–";
  const lines: [string, string][] = [
    [t("profile.groups.name"), personName(profile, locale)],
    [t("profile.jobTitle"), told(profile.jobTitle)],
    [t("profile.organisation"), told(profile.organisation)],
    [t("member.sectors"), listed("sectors", profile.sectors)],
    [t("member.cities"), listed("cities", profile.cities)],
    [t("profile.email"), profile.email],
  ];
  return lines.map(([term, value]) => `– ${t("confirm.line", { term, value })}`).join("\n");
}
