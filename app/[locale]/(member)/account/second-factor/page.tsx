import { FactorInUse } from "@/components/second-factor/factor-in-use";
import { OfferedApp } from "@/components/second-factor/offered-app";
import { SleepingRoleNotice } from "@/components/second-factor/sleeping-role-notice";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { ProvenForm } from "@/components/ui/proven-form";
import { getOwnAccount } from "@/lib/accounts/queries";
import { askedProof } from "@/lib/core/auth/proof.queries";
import { isFactorRequired } from "@/lib/core/auth/required-factor";
import { requireAccount } from "@/lib/core/auth/viewer";
import { formatDay } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import {
  confirmFactorAction,
  offerFactorAction,
  renewRecoveryCodesAction,
  switchOffFactorAction,
} from "@/lib/second-factor/actions";
import { canSwitchOffFactor } from "@/lib/second-factor/policy";
import { getOfferedApp, getOwnFactor } from "@/lib/second-factor/queries";

const HERE = "/account/second-factor";
const ACTIONS = {
  renew: renewRecoveryCodesAction,
  offer: offerFactorAction,
  switchOff: switchOffFactorAction,
};

export const generateMetadata = titled("secondFactor", "page.title");

export default async function SecondFactorPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireAccount(locale, HERE);
  const [own, app, account, way] = await Promise.all([
    getOwnFactor(viewer),
    getOfferedApp(viewer),
    getOwnAccount(viewer),
    askedProof(viewer),
  ]);
  const t = getTranslator(locale, "secondFactor");
  const { confirmedAt, codesLeft } = own;
  // One offered beside an app in use is shown to whoever has just asked for it.
  const offered = confirmedAt && (await searchParams).app !== "new" ? null : app;
  const back = { label: t("page.back"), href: path(locale, "/account#second-factor") };
  const since = confirmedAt && t("manage.inUse", { date: formatDay(confirmedAt, locale) });
  return (
    <>
      <PageHeader
        before={<Breadcrumbs items={[back]} label={t("page.back")} />}
        lead={since ?? t("page.lead")}
        title={t("page.title")}
      />
      <SleepingRoleNotice locale={locale} viewer={viewer} />
      {offered ? (
        <OfferedApp confirm={confirmFactorAction} locale={locale} offered={offered} />
      ) : null}
      {offered || confirmedAt ? null : (
        <section aria-labelledby="start" className="max-w-2xl">
          <h2 className="font-semibold text-xl" id="start">
            {t("start.title")}
          </h2>
          <p className="mt-2 mb-5">{t("start.text")}</p>
          <ProvenForm
            action={offerFactorAction}
            here={HERE}
            locale={locale}
            proof={{ way, email: account?.email ?? "", label: t("start.password") }}
            scope="start"
            submit={t("start.submit")}
          />
        </section>
      )}
      {confirmedAt && !offered ? (
        <FactorInUse
          actions={ACTIONS}
          codesLeft={codesLeft}
          isRequired={!canSwitchOffFactor(viewer, isFactorRequired(viewer.role))}
          locale={locale}
        />
      ) : null}
    </>
  );
}
