import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { shownName } from "@/lib/members/member-card";
import type { MemberPage } from "@/lib/members/queries";
import { Card } from "../ui/card";

/** Who proposes the project, as far as they show themselves; for members. Who left the directory is not named. */
export function OwnerCard({ owner, locale }: { owner: MemberPage | null; locale: Locale }) {
  const t = getTranslator(locale, "projects");
  if (!owner?.names) {
    return (
      <Card as="section" labelledBy="owner">
        <h2 className="text-muted text-sm" id="owner">
          {t("facts.owner")}
        </h2>
        <p className="mt-1">{t("facts.ownerUnlisted")}</p>
      </Card>
    );
  }
  const { slug, names, nameZh, originalLocale } = owner;
  const { text, other, isChinese } = shownName({ ...names, nameZh }, locale);
  const jobTitle = pickText(owner.jobTitle, locale, originalLocale);
  const organisation = pickText(owner.organisation, locale, originalLocale);
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
