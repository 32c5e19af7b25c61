import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import type { FormCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { NewsList } from "@/lib/dashboard/news.queries";
import { type MemberCardData, showMember } from "@/lib/members/member-card";
import { memberCardCopy } from "@/lib/members/member-card-copy";
import { MemberList } from "../members/member-list";
import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { NewsLinks } from "./news-links";

type NewsProps = {
  locale: Locale;
  since: string;
  news: Record<keyof typeof LISTS, NewsList> & {
    members: { total: number; members: MemberCardData[] };
  };
  markSeen: FormAction;
  form: FormCopy;
  idempotencyKey: string;
};

/** Where the rest of each list is, the newest first as far as it can be sorted so. */
const LISTS = {
  rooms: "/projects?mine=1",
  projects: "/projects",
  activities: "/activities",
  organisations: "/organisations",
} as const;

/** What came to the club or changed since the reader last said they had read it. */
export function News(props: NewsProps) {
  const { locale, since, news, markSeen, form, idempotencyKey } = props;
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
        <ActionForm
          action={markSeen}
          className=""
          copy={form}
          idempotencyKey={idempotencyKey}
          locale={locale}
          scope="news"
        >
          <SubmitButton size="small" variant="secondary">
            {t("news.seen")}
          </SubmitButton>
        </ActionForm>
      </div>
      <div className="gap-x-12 empty:hidden lg:columns-2">
        {(["rooms", "projects", "organisations", "activities"] as const).map((what) => {
          const { total, items } = news[what];
          return (
            <Part
              all={{ href: path(locale, LISTS[what]), words: t(`news.all.${what}`) }}
              key={what}
              shown={items.length}
              title={t(`news.${what}`, { count: total })}
              total={total}
            >
              <NewsLinks
                items={items}
                locale={locale}
                words={{ untitled: t("news.untitled"), changed: t("news.changed") }}
              />
            </Part>
          );
        })}
      </div>
      <Part
        all={{
          href: path(locale, "/members", { sort: "recent" }),
          words: t("news.all.members"),
        }}
        shown={news.members.members.length}
        title={t("news.members", { count: news.members.total })}
        total={news.members.total}
      >
        <MemberList
          columns={3}
          copy={memberCardCopy(locale)}
          headingLevel={4}
          members={news.members.members.map((one) => showMember(one, locale))}
        />
      </Part>
    </section>
  );
}

type PartProps = {
  title: string;
  total: number;
  shown: number;
  all: { href: string; words: string };
  children: ReactNode;
};

function Part({ title, total, shown, all, children }: PartProps) {
  if (total === 0) return null;
  return (
    <div className="break-inside-avoid pb-8">
      <h3 className="mb-3 font-semibold text-lg">{title}</h3>
      {children}
      {total > shown ? (
        <p className="mt-3">
          <a href={all.href}>{all.words}</a>
        </p>
      ) : null}
    </div>
  );
}
