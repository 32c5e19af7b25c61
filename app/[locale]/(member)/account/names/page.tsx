import { redirect } from "next/navigation";
import { NameProposalForm } from "@/components/members/name-proposal-form";
import { LatinNameForm } from "@/components/organisations/latin-name-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/core/auth/viewer";
import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { settleNameAction } from "@/lib/members/actions";
import { getNameProposal } from "@/lib/members/name-proposal.queries";
import { settleOrganisationNameAction } from "@/lib/organisations/actions";
import { listOrganisationNameProposals } from "@/lib/organisations/name-proposal.queries";

export const generateMetadata = titled("members", "names.title");

export default async function NamesPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/account/names");
  const [own, organisations] = await Promise.all([
    getNameProposal(viewer),
    listOrganisationNameProposals(viewer),
  ]);
  if (!own && organisations.length === 0) redirect(path(locale, "/account/profile"));
  const t = getTranslator(locale, "members");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: getTranslator(locale, "home")("title"), href: path(locale, "/home") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("names.lead")}
        title={t("names.title")}
      />
      <div className="max-w-2xl space-y-8">
        {own ? (
          <Card>
            <h2 className="mb-4 font-semibold text-xl">{t("names.own")}</h2>
            <NameProposalForm action={settleNameAction} locale={locale} proposal={own} />
          </Card>
        ) : null}
        {organisations.map((proposal) => (
          <Card key={proposal.organisationId}>
            <h2 className="mb-4 font-semibold text-xl" lang={LANGUAGE_TAG.zh}>
              {proposal.nameZh}
            </h2>
            <LatinNameForm
              action={settleOrganisationNameAction}
              locale={locale}
              proposal={proposal}
            />
          </Card>
        ))}
      </div>
    </>
  );
}
