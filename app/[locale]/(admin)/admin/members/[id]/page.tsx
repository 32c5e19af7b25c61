import { notFound } from "next/navigation";
import { StatusBadge } from "@/components/members/status-badge";
import { AccountFacts } from "@/components/moderation/account-facts";
import { LapseForm } from "@/components/moderation/lapse-form";
import { PastDecisions } from "@/components/moderation/past-decisions";
import { ReinstateForm } from "@/components/moderation/reinstate-form";
import { RoleForm } from "@/components/moderation/role-form";
import { SuspendForm } from "@/components/moderation/suspend-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PersonWords } from "@/components/ui/person-words";
import { TitledPart } from "@/components/ui/titled-part";
import { ROLES } from "@/db/enums";
import {
  canChangeRole,
  canLapseAccount,
  canReinstateAccount,
  canSuspendAccount,
} from "@/lib/accounts/policy";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { rowId } from "@/lib/core/text/fields";
import { getAccountDossier } from "@/lib/moderation/accounts.queries";
import {
  changeRoleAction,
  lapseAccountAction,
  reinstateAccountAction,
  suspendAccountAction,
} from "@/lib/moderation/actions";
import { listDecisionsOn } from "@/lib/moderation/queries";
import { wayBack } from "../../../../way-back";
import { linkPart } from "../../link-part";
import { DuesPart } from "./dues-part";

export const generateMetadata = titled("admin", "account.facts");

export default async function AccountPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const account = id.success ? await getAccountDossier(viewer, id.data, locale) : null;
  if (!account) notFound();
  const [decisions, link] = await Promise.all([
    listDecisionsOn(viewer, account.id, locale),
    linkPart(viewer, account, locale),
  ]);
  const t = getTranslator(locale, "admin");
  const ui = getTranslator(locale, "ui");
  const roles = ROLES.filter((role) => canChangeRole(viewer, account, role));
  const isSelf = account.id === viewer.accountId;
  const form = { locale, account };
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("backToAccounts"), href: await wayBack(locale, "/admin/members") }]}
            label={ui("breadcrumbs")}
          />
        }
        eyebrow={<StatusBadge locale={locale} status={account.status} />}
        title={<PersonWords words={account.name || account.email} />}
      />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[1fr_24rem]">
        <div className="space-y-12">
          <AccountFacts account={account} locale={locale} />
          {account.memberSlug ? (
            <DuesPart accountId={account.id} locale={locale} viewer={viewer} />
          ) : null}
          <TitledPart id="history" size="medium" title={t("history.title")}>
            <PastDecisions decisions={decisions} locale={locale} wordsLocale={account.locale} />
          </TitledPart>
        </div>
        <div className="space-y-6">
          {link}
          {isSelf ? <Notice>{t("account.self")}</Notice> : null}
          {account.isLastAdministrator ? <Notice>{t("account.role.last")}</Notice> : null}
          {canReinstateAccount(viewer, account) ? (
            <Card as="section" labelledBy="reinstate">
              <h2 className="mb-3 font-semibold text-lg" id="reinstate">
                {t("account.reinstate.title")}
              </h2>
              <ReinstateForm {...form} action={reinstateAccountAction} />
            </Card>
          ) : null}
          {roles.some((role) => role !== account.role) ? (
            <Card as="section" labelledBy="role">
              <h2 className="mb-3 font-semibold text-lg" id="role">
                {t("account.role.title")}
              </h2>
              <RoleForm {...form} action={changeRoleAction} role={account.role} roles={roles} />
            </Card>
          ) : null}
          {canLapseAccount(viewer, account) ? (
            <Card as="section" labelledBy="lapse">
              <h2 className="mb-3 font-semibold text-lg" id="lapse">
                {t("account.lapse.title")}
              </h2>
              <LapseForm {...form} action={lapseAccountAction} />
            </Card>
          ) : null}
          {canSuspendAccount(viewer, account) ? (
            <Card as="section" labelledBy="suspend">
              <h2 className="mb-3 font-semibold text-lg" id="suspend">
                {t("account.suspend.title")}
              </h2>
              <SuspendForm {...form} action={suspendAccountAction} />
            </Card>
          ) : null}
        </div>
      </div>
    </>
  );
}
