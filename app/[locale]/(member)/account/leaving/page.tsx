import { notFound } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { ProvenForm } from "@/components/ui/proven-form";
import { leaveClubAction } from "@/lib/accounts/actions";
import { listToHandOver } from "@/lib/accounts/leaving.queries";
import { canLeaveClub } from "@/lib/accounts/policy";
import { getOwnAccount } from "@/lib/accounts/queries";
import { askedProof } from "@/lib/core/auth/proof.queries";
import { requireAccount } from "@/lib/core/auth/viewer";
import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { BackToAccount } from "../back-to-account";

const HERE = "/account/leaving";
const POINTS = ["hidden", "rooms", "data", "back"] as const;

export const generateMetadata = titled("accounts", "leaving.title");

export default async function LeavingPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireAccount(locale, HERE);
  const [account, way, managed] = await Promise.all([
    getOwnAccount(viewer),
    askedProof(viewer),
    listToHandOver(viewer, locale),
  ]);
  const { accountId: id, status } = viewer;
  if (!account || !canLeaveClub(viewer, { id, status })) notFound();
  const t = getTranslator(locale, "accounts");
  return (
    <>
      <PageHeader
        before={<BackToAccount locale={locale} />}
        lead={t("leaving.lead")}
        title={t("leaving.title")}
      />
      <div className="max-w-2xl space-y-8">
        <ul className="list-disc space-y-2 pl-5">
          {POINTS.map((point) => (
            <li key={point}>{t(`leaving.points.${point}`)}</li>
          ))}
        </ul>
        {managed.length > 0 ? (
          <Notice tone="warning">
            <p>{t("leaving.managers")}</p>
            <ul className="mt-2 list-disc space-y-1 pl-5">
              {managed.map(({ slug, name }) => (
                <li key={slug}>
                  <a
                    href={path(locale, `/organisations/${slug}/people`)}
                    lang={LANGUAGE_TAG[name.lang]}
                  >
                    {name.text}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        ) : (
          <ProvenForm
            action={leaveClubAction}
            here={HERE}
            locale={locale}
            proof={{ way, email: account.email, label: t("leaving.password") }}
            scope="leave"
            submit={t("leaving.submit")}
            variant="danger"
          />
        )}
      </div>
    </>
  );
}
