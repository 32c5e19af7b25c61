import { notFound } from "next/navigation";
import { ErasureParts } from "@/components/accounts/erasure-parts";
import { PageHeader } from "@/components/ui/page-header";
import { ProvenForm } from "@/components/ui/proven-form";
import { TitledPart } from "@/components/ui/titled-part";
import { askErasureAction } from "@/lib/accounts/actions";
import { getErasureDay } from "@/lib/accounts/erasure-request.queries";
import { getOwnAccount } from "@/lib/accounts/queries";
import { askedProof } from "@/lib/core/auth/proof.queries";
import { requireAccount } from "@/lib/core/auth/viewer";
import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { listOwnedRooms } from "@/lib/rooms/owned.queries";
import { BackToAccount } from "../back-to-account";

const HERE = "/account/erasure";

export const generateMetadata = titled("accounts", "erasure.title");

export default async function ErasurePage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireAccount(locale, HERE);
  const [account, way, day, rooms] = await Promise.all([
    getOwnAccount(viewer),
    askedProof(viewer),
    getErasureDay(viewer),
    listOwnedRooms(viewer, locale),
  ]);
  if (!account) notFound();
  const t = getTranslator(locale, "accounts");
  return (
    <>
      <PageHeader
        before={<BackToAccount locale={locale} />}
        lead={t("erasure.lead")}
        title={t("erasure.title")}
      />
      <div className="max-w-4xl space-y-10">
        <ErasureParts locale={locale} />
        {rooms.length > 0 ? (
          <TitledPart id="rooms" size="small" title={t("erasure.roomsTitle")}>
            <ul className="mb-3 list-disc space-y-1 pl-5">
              {rooms.map(({ slug, title }) => (
                <li key={slug}>
                  <a
                    href={path(locale, `/projects/${slug}/room/people`)}
                    lang={title ? LANGUAGE_TAG[title.lang] : undefined}
                  >
                    {title?.text ?? slug}
                  </a>
                </li>
              ))}
            </ul>
            <p className="max-w-measure">{t("erasure.roomsText")}</p>
          </TitledPart>
        ) : null}
        {day === null ? (
          <div className="max-w-2xl border-t pt-8">
            <p className="mb-6">
              {t("erasure.export")} <a href="/api/account/export">{t("data.export")}</a>
            </p>
            <ProvenForm
              action={askErasureAction}
              here={HERE}
              locale={locale}
              proof={{ way, email: account.email, label: t("erasure.password") }}
              scope="erase"
              submit={t("erasure.submit")}
              variant="danger"
            />
          </div>
        ) : null}
      </div>
    </>
  );
}
