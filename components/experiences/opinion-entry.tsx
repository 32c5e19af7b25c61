import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import type { OpinionsPage } from "@/lib/experiences/opinions.queries";
import { shownName } from "@/lib/members/member-card";
import { LocalizedProse } from "../ui/localized-prose";
import { MoveForm } from "../ui/move-form";

type Opinion = OpinionsPage["opinions"][number];

type OpinionEntryProps = { opinion: Opinion; locale: Locale; withdraw: FormAction };

/** What one member says of an experience, and the way to take one's own back. */
export function OpinionEntry({ opinion, locale, withdraw }: OpinionEntryProps) {
  const t = getTranslator(locale, "opinions");
  const { id, words, locale: lang, sinceYear, createdAt, isOwn, isHidden, isCounted } = opinion;
  return (
    <article className="border-hairline border-l-4 pl-4">
      {sinceYear ? (
        <p className="font-semibold">{t("since", { year: String(sinceYear) })}</p>
      ) : null}
      <LocalizedProse
        fallbackLabel={lang === locale ? undefined : fallbackLabel(locale, lang)}
        lang={lang}
        text={words}
      />
      <p className="mt-1 text-muted text-sm">
        <By locale={locale} opinion={opinion} />
        {` · ${formatDay(createdAt, locale)}`}
      </p>
      {isOwn && !isHidden && !isCounted ? <p className="mt-1 text-sm">{t("unseen")}</p> : null}
      {opinion.mayWithdraw ? (
        <MoveForm
          action={withdraw}
          className="no-print mt-2"
          hidden={{ opinionId: id }}
          label={t("withdraw")}
          locale={locale}
          scope={`withdraw-${id}`}
          size="small"
          variant="secondary"
        />
      ) : null}
    </article>
  );
}

function By({ opinion: { by, isOwn }, locale }: { opinion: Opinion; locale: Locale }) {
  const t = getTranslator(locale, "opinions");
  if (isOwn) return <span>{t("you")}</span>;
  if (!by) return <span>{t("somebody")}</span>;
  const { text, isChinese } = shownName(by, locale);
  return (
    <a href={path(locale, `/members/${by.slug}`)} lang={isChinese ? LANGUAGE_TAG.zh : undefined}>
      {text}
    </a>
  );
}
