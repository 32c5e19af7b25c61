import { notFound } from "next/navigation";
import { EndMembershipForm } from "@/components/moderation/end-membership-form";
import { HeldCards } from "@/components/moderation/held-cards";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SignInAgain } from "@/components/ui/sign-in-again";
import { isArchiveOpen } from "@/lib/accounts/archive.queries";
import {
  askErasureForAction,
  endMembershipAction,
  openArchiveForAction,
  requestAddressForAction,
  withdrawErasureForAction,
} from "@/lib/accounts/behalf.actions";
import { canEndMembership } from "@/lib/accounts/policy";
import { getOwnAccount } from "@/lib/accounts/queries";
import { askedProof } from "@/lib/core/auth/proof.queries";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { rowId } from "@/lib/core/text/fields";
import { getAccountDossier } from "@/lib/moderation/accounts.queries";

const ACTIONS = {
  address: requestAddressForAction,
  archive: openArchiveForAction,
  erase: askErasureForAction,
  keep: withdrawErasureForAction,
};

export const generateMetadata = titled("admin", "held.title");

export default async function HeldPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const account = id.success ? await getAccountDossier(viewer, id.data, locale) : null;
  if (!account) notFound();
  const [way, own, isOpen] = await Promise.all([
    askedProof(viewer),
    getOwnAccount(viewer),
    isArchiveOpen(viewer, account.id),
  ]);
  const t = getTranslator(locale, "admin");
  const page = `/admin/members/${account.id}`;
  const name = account.name || account.email;
  const isSelf = account.id === viewer.accountId;
  const here = `${page}/account`;
  const proof = { way, email: own?.email ?? "", label: t("held.password") };
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[
              { label: t("accounts.title"), href: path(locale, "/admin/members") },
              { label: name, href: path(locale, page) },
            ]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        title={t("held.title")}
      />
      <div className="max-w-2xl space-y-6">
        {isSelf ? <Notice>{t("held.self")}</Notice> : null}
        {way === "again" ? (
          <SignInAgain here={here} locale={locale} />
        ) : (
          <HeldCards
            account={account}
            actions={ACTIONS}
            here={here}
            isOpen={isOpen}
            locale={locale}
            proof={proof}
            viewer={viewer}
          />
        )}
        {way !== "again" && canEndMembership(viewer, account) ? (
          <Card as="section" labelledBy="leave">
            <h2 className="mb-3 font-semibold text-lg" id="leave">
              {t("held.leave.title")}
            </h2>
            <EndMembershipForm
              account={account}
              action={endMembershipAction}
              here={here}
              locale={locale}
              proof={proof}
            />
          </Card>
        ) : null}
      </div>
    </>
  );
}
