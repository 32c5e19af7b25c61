import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { shownName } from "@/lib/members/member-card";
import type { ProjectPage } from "@/lib/projects/queries";
import { Card } from "../ui/card";
import { ownerHint } from "./project-words";

type OwnerCardProps = Pick<ProjectPage, "owner" | "teaser"> & { locale: Locale };

/**
 * Who proposes the project, as far as they show themselves; for members. Who is known only after acceptance is hinted
 * at, who left the directory is not named.
 */
export function OwnerCard({ owner, teaser, locale }: OwnerCardProps) {
  const t = getTranslator(locale, "projects");
  const member = owner?.member;
  if (!member?.names) {
    return (
      <Card as="section" labelledBy="owner">
        <h2 className="text-muted text-sm" id="owner">
          {t("facts.owner")}
        </h2>
        {owner ? (
          <p className="mt-1">{t("facts.ownerUnlisted")}</p>
        ) : (
          <>
            <p className="mt-1 font-semibold">{ownerHint(teaser, locale)}</p>
            <p className="mt-1 text-pretty text-secondary">{t("behind.owner")}</p>
          </>
        )}
      </Card>
    );
  }
  const { slug, names, nameZh, originalLocale } = member;
  const { text, other, isChinese } = shownName({ ...names, nameZh }, locale);
  const jobTitle = pickText(member.jobTitle, locale, originalLocale);
  const organisation = pickText(member.organisation, locale, originalLocale);
  return (
    <Card as="section" labelledBy="owner">
      <h2 className="text-muted text-sm" id="owner">
        {t("facts.owner")}
      </h2>
      <p className="mt-1 font-semibold text-lg">
        <a href={path(locale, `/members/${slug}`)} lang={isChinese ? LANGUAGE_TAG.zh : undefined}>
          {text}
        </a>
        {other ? (
          <span
            className="ml-2 whitespace-nowrap font-normal text-muted"
            lang={isChinese ? "zh-Latn" : LANGUAGE_TAG.zh}
          >
            {other}
          </span>
        ) : null}
      </p>
      {jobTitle ? (
        <p className="text-secondary" lang={LANGUAGE_TAG[jobTitle.lang]}>
          {jobTitle.text}
        </p>
      ) : null}
      {organisation ? (
        <p className="text-secondary" lang={LANGUAGE_TAG[organisation.lang]}>
          {organisation.text}
        </p>
      ) : null}
    </Card>
  );
}
