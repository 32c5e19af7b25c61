import type { Metadata } from "next";
import { Inbox } from "@/components/interests/inbox";
import { inboxCopy } from "@/components/interests/inbox-copy";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { searchOf } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { toInboxView } from "@/lib/interests/inbox-view";
import { interestQuery, readInterestFilters } from "@/lib/interests/interest-groups";
import { listInterests } from "@/lib/interests/queries";

type InterestsPageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: InterestsPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "interests");
  return { title: t("list.title"), robots: { index: false } };
}

export default async function InterestsPage({ params, searchParams }: InterestsPageProps) {
  const locale = await pageLocale(params);
  const filters = readInterestFilters(await searchParams);
  const here = path(locale, "/interests", interestQuery(filters)).slice(`/${locale}`.length);
  const viewer = await requireMember(locale, here);
  const t = getTranslator(locale, "interests");
  const view = toInboxView(await listInterests(viewer, filters), filters, locale);
  return (
    <>
      <PageHeader
        actions={
          <LinkButton href={path(locale, "/introductions")} variant="secondary">
            {getTranslator(locale, "introductions")("list.title")}
          </LinkButton>
        }
        lead={t("list.lead")}
        title={t("list.title")}
      />
      <Inbox
        copy={inboxCopy(locale)}
        source={`/api/interests?locale=${locale}&${searchOf(here)}`}
        start={view}
      />
    </>
  );
}
