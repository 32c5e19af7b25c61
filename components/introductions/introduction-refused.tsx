import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Refusal } from "@/lib/introductions/policy";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";

type IntroductionRefusedProps = {
  refusal: Refusal;
  /** The person's page. */
  slug: string;
  locale: Locale;
};

/** Why nothing can be proposed now, and what there is to open instead. */
export function IntroductionRefused({ refusal, slug, locale }: IntroductionRefusedProps) {
  const t = getTranslator(locale, "introductions");
  const { code, id, from, most } = refusal;
  const values = { day: from ? formatDay(from, locale) : "", most: most ?? 0 };
  return (
    <>
      <PageHeader title={t("ask.refusedTitle")} />
      <Notice className="max-w-measure" tone="warning">
        <p>{getTranslator(locale, "errors")(code, values)}</p>
      </Notice>
      <p className="mt-6 flex flex-wrap gap-3">
        {id ? (
          <LinkButton href={path(locale, `/introductions/${id}`)}>
            {t(code === "introductionTheyAsked" ? "ask.answer" : "ask.open")}
          </LinkButton>
        ) : null}
        <LinkButton href={path(locale, `/members/${slug}`)} variant="secondary">
          {t("ask.back")}
        </LinkButton>
      </p>
    </>
  );
}
