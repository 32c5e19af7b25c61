import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type News as NewsData, toNewsView } from "@/lib/dashboard/news-view";
import { memberCardCopy } from "@/lib/members/member-card-copy";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { NewsParts } from "./news-parts";

type NewsProps = {
  locale: Locale;
  since: string;
  /** When they were read from the database: what comes later is not read yet. */
  until: Date;
  news: NewsData;
  markSeen: FormAction;
};

/** What came to the club or changed since the reader last said they had read it. */
export function News({ locale, since, until, news, markSeen }: NewsProps) {
  const t = getTranslator(locale, "home");
  return (
    <section aria-labelledby="news">
      <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="font-semibold text-2xl" id="news">
            {t("news.title")}
          </h2>
          <p className="text-muted">{t("news.since", { day: since })}</p>
        </div>
        <KeyedForm
          action={markSeen}
          className=""
          hidden={{ until: until.toISOString() }}
          locale={locale}
          scope="news"
        >
          <SubmitButton size="small" variant="secondary">
            {t("news.seen")}
          </SubmitButton>
        </KeyedForm>
      </div>
      <NewsParts copy={memberCardCopy(locale)} view={toNewsView(news, locale)} />
    </section>
  );
}
