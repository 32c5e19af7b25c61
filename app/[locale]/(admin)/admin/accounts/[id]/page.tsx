import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { StatusBadge } from "@/components/members/status-badge";
import { DecisionBar } from "@/components/moderation/decision-bar";
import { PastDecisions } from "@/components/moderation/past-decisions";
import { PendingDecisionForm } from "@/components/moderation/pending-decision-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { LanguageName } from "@/components/ui/language-name";
import { PageHeader } from "@/components/ui/page-header";
import { PersonWords } from "@/components/ui/person-words";
import { TitledPart } from "@/components/ui/titled-part";
import { requireStaff } from "@/lib/core/auth/viewer";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { rowId } from "@/lib/core/text/fields";
import { decideAccountAction } from "@/lib/moderation/actions";
import { getPendingAccount } from "@/lib/moderation/pending.queries";
import { listDecisionsOn } from "@/lib/moderation/queries";
import { deskParts } from "../../desk-parts";
import { linkPart } from "../../link-part";

/** Read once for the title and the page. */
const readAccount = cache(async (accountId: string, locale: Locale) => {
  const viewer = await requireStaff();
  const id = rowId.safeParse(accountId);
  return id.success ? getPendingAccount(viewer, id.data, locale) : null;
});

export async function generateMetadata({ params }: PageProps<"id">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const account = await readAccount((await params).id, locale);
  const isDecided = account !== null && account.status !== "pending";
  const t = getTranslator(locale, "admin");
  return { title: t(isDecided ? "pending.decidedTitle" : "pending.title") };
}

export default async function PendingAccountPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const account = await readAccount((await params).id, locale);
  if (!account) notFound();
  const item = { kind: "account", id: account.id } as const;
  const [decisions, { back, theirs, panel, notes }, link] = await Promise.all([
    listDecisionsOn(viewer, account.id, locale),
    deskParts(viewer, item, account.id === viewer.accountId, locale),
    linkPart(viewer, account, locale),
  ]);
  const isArrival = account.status === "pending" && account.isBroughtIn;
  const isOpen = account.status === "pending" && !account.isBroughtIn;
  const t = getTranslator(locale, "admin");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("back"), href: path(locale, back) }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        eyebrow={
          <>
            <StatusBadge locale={locale} status={account.status} />
            <span>
              {t(account.status === "pending" ? "pending.since" : "pending.created", {
                date: formatDay(account.createdAt, locale),
              })}
            </span>
          </>
        }
        lead={isOpen ? t("pending.lead") : undefined}
        title={<PersonWords words={account.name || account.email} />}
      />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="space-y-12">
          <TitledPart id="person" size="medium" title={t("pending.person")}>
            <DefinitionList
              items={[
                {
                  term: t("accounts.email"),
                  value: <span className="break-all">{account.email}</span>,
                },
                { term: t("account.language"), value: <LanguageName of={account.locale} /> },
                { term: t("identity.jobTitle"), value: account.jobTitle },
                {
                  term: t("identity.organisation"),
                  value: account.organisation ?? t("identity.none"),
                },
              ]}
            />
          </TitledPart>
          <TitledPart id="history" size="medium" title={t("history.title")}>
            <PastDecisions decisions={decisions} locale={locale} wordsLocale={account.locale} />
          </TitledPart>
          {isOpen ? <DecisionBar locale={locale} /> : null}
        </div>
        <aside className="space-y-8">
          {link}
          {isArrival ? null : (
            <Card as="section" labelledBy="decision">
              <h2 className="mb-4 font-semibold text-lg" id="decision">
                {t("pending.decide")}
              </h2>
              {theirs ??
                (isOpen ? (
                  <PendingDecisionForm
                    account={account}
                    action={decideAccountAction}
                    locale={locale}
                  />
                ) : (
                  <p>{t("pending.closed")}</p>
                ))}
            </Card>
          )}
          {panel}
          {notes}
        </aside>
      </div>
    </>
  );
}
