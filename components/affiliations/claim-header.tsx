import type { Claim } from "@/lib/affiliations/requests.queries";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { waitingWords } from "@/lib/moderation/waiting-words";
import { Badge } from "../ui/badge";
import { Breadcrumbs } from "../ui/breadcrumbs";
import { PageHeader } from "../ui/page-header";

type ClaimHeaderProps = {
  claim: Claim;
  locale: Locale;
  /** The list it was opened from. */
  back: string;
};

/** Which organisation is asked for, what, and since when it waits. */
export function ClaimHeader({ claim, locale, back }: ClaimHeaderProps) {
  const t = getTranslator(locale, "affiliations");
  const name = pickText(claim.title, locale, claim.originalLocale);
  return (
    <PageHeader
      actions={<a href={path(locale, `/organisations/${claim.slug}`)}>{t("claims.page")}</a>}
      before={
        <Breadcrumbs
          items={[{ label: getTranslator(locale, "admin")("back"), href: path(locale, back) }]}
          label={getTranslator(locale, "ui")("breadcrumbs")}
        />
      }
      eyebrow={
        <>
          <Badge tone="info">{t(`claims.kinds.${claim.kind}`)}</Badge>
          {claim.answer ? null : <span>{waitingWords(claim.submittedAt, locale)}</span>}
        </>
      }
      title={
        <span lang={name ? LANGUAGE_TAG[name.lang] : undefined}>{name?.text ?? claim.slug}</span>
      }
    />
  );
}
