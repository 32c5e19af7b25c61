import type { EntryKind, ModerationState, RevisionState } from "@/db/enums";
import { formatInstant } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { waitingWords } from "@/lib/moderation/waiting-words";
import { Badge } from "../ui/badge";
import { Breadcrumbs } from "../ui/breadcrumbs";
import { PageHeader } from "../ui/page-header";

/** Heritage and pages are the club team's own, and wait for nobody. */
export type DossierKind = Exclude<EntryKind, "heritage" | "page"> | "revision";

type DossierHeaderProps = {
  locale: Locale;
  kind: DossierKind;
  title: LocalizedText;
  originalLocale: Locale;
  moderation: ModerationState | RevisionState;
  submittedAt: Date | null;
  /** Its page, where its readers find it; null while they do not. */
  live: string | null;
  /** The list it was opened from. */
  back: string;
};

/** What the dossier is about and since when it waits. */
export function DossierHeader(props: DossierHeaderProps) {
  const { locale, kind, title, originalLocale, moderation, submittedAt, live, back } = props;
  const t = getTranslator(locale, "admin");
  const picked = pickText(title, locale, originalLocale);
  const isWaiting = moderation === "submitted";
  return (
    <PageHeader
      actions={live ? <a href={path(locale, live)}>{t("dossier.live")}</a> : undefined}
      before={
        <Breadcrumbs
          items={[{ label: t("back"), href: path(locale, back) }]}
          label={getTranslator(locale, "ui")("breadcrumbs")}
        />
      }
      eyebrow={
        <>
          <Badge tone="info">{t(`dossier.${kind}`)}</Badge>
          <Badge tone={isWaiting ? "warning" : "neutral"}>
            {getTranslator(locale, "enums")(`moderation.${moderation}`)}
          </Badge>
          {submittedAt ? (
            <span>
              {isWaiting
                ? t("dossier.submitted", {
                    date: formatInstant(submittedAt, locale),
                    waiting: waitingWords(submittedAt, locale),
                  })
                : formatInstant(submittedAt, locale)}
            </span>
          ) : null}
        </>
      }
      title={picked ? <span lang={LANGUAGE_TAG[picked.lang]}>{picked.text}</span> : "…"}
    />
  );
}
