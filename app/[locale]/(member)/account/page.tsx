import { notFound } from "next/navigation";
import { SleepingRoleNotice } from "@/components/second-factor/sleeping-role-notice";
import { PageHeader } from "@/components/ui/page-header";
import { getOwnAccount, getOwnSuspension } from "@/lib/accounts/queries";
import { readTextsEver } from "@/lib/consents/in-force.queries";
import { listOwnConsents } from "@/lib/consents/queries";
import { mayRead } from "@/lib/core/auth/standing";
import { requireAccount } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { getShut } from "@/lib/exchanges/shut.queries";
import { getMailChoices } from "@/lib/notifications/queries";
import { getOwnFactor } from "@/lib/second-factor/queries";
import { countKnownBrowsers, listSessions } from "@/lib/sessions/queries";
import { BlockedSection } from "./blocked-section";
import { CalendarSection } from "./calendar-section";
import { PasswordSection, PreferencesSection } from "./choice-sections";
import { ConsentsSection } from "./consents-section";
import { DataSection, IdentitySection } from "./identity-sections";
import { IntroducingSection } from "./introducing-section";
import { MachineSection } from "./machine-section";
import { MailsSection } from "./mails-section";
import { SecondFactorSection } from "./second-factor-section";
import { SessionsSection } from "./sessions-section";
import { Standing } from "./standing";

export const generateMetadata = titled("accounts", "account.title");

export default async function AccountPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireAccount(locale, "/account");
  const [
    account,
    suspension,
    sessions,
    known,
    factor,
    consents,
    choices,
    texts,
    { blocked, hiddenYes },
  ] = await Promise.all([
    getOwnAccount(viewer),
    getOwnSuspension(viewer),
    listSessions(viewer),
    countKnownBrowsers(viewer),
    getOwnFactor(viewer),
    listOwnConsents(viewer),
    getMailChoices(viewer),
    readTextsEver(),
    getShut(viewer),
  ]);
  if (!account) notFound();
  const shared = { locale, viewer, account };
  return (
    <>
      <PageHeader title={getTranslator(locale, "accounts")("account.title")} />
      <SleepingRoleNotice
        href={path(locale, "/account/second-factor")}
        locale={locale}
        viewer={viewer}
      />
      <Standing {...shared} suspension={suspension} />
      <IdentitySection {...shared} />
      <PreferencesSection {...shared} />
      <MailsSection locale={locale} viewer={viewer} {...choices} />
      {mayRead(viewer) ? <CalendarSection locale={locale} /> : null}
      <PasswordSection {...shared} />
      <SecondFactorSection factor={factor} locale={locale} />
      <SessionsSection known={known} locale={locale} sessions={sessions} viewer={viewer} />
      <ConsentsSection consents={consents} locale={locale} texts={texts} viewer={viewer} />
      <IntroducingSection locale={locale} mayIntroduce={account.mayIntroduce} viewer={viewer} />
      <BlockedSection blocked={blocked} locale={locale} viewer={viewer} />
      <MachineSection count={hiddenYes} locale={locale} />
      <DataSection locale={locale} viewer={viewer} />
    </>
  );
}
