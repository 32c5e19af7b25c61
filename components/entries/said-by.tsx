import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type MemberNames, shownName } from "@/lib/members/member-card";
import { Face } from "../ui/face";
import { MemberLink } from "./member-link";

type SaidByProps = {
  /** Null for somebody whose page the reader may not read. */
  by: (MemberNames & { slug: string }) | null;
  isOwn: boolean;
  locale: Locale;
};

/** Whose words these are: the reader's, somebody's by name, or somebody's. */
export function SaidBy({ by, isOwn, locale }: SaidByProps) {
  const t = getTranslator(locale, "entries");
  if (isOwn) return <span>{t("questions.you")}</span>;
  if (!by) return <span>{t("questions.somebody")}</span>;
  return (
    <>
      <Face face={shownName(by, locale).face} size="small" />{" "}
      <MemberLink locale={locale} member={by} />
    </>
  );
}
