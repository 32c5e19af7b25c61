import { Badge } from "@/components/ui/badge";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { PersonWords } from "@/components/ui/person-words";
import { SideSection } from "@/components/ui/side-section";
import { canLeaveClub } from "@/lib/accounts/policy";
import { mayAct } from "@/lib/core/auth/standing";
import { type Viewer, viewerName } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { canInvite } from "@/lib/invitations/policy";
import type { SectionProps } from "./section-props";

const TONE = {
  pending: "warning",
  active: "success",
  suspended: "danger",
  lapsed: "warning",
  left: "neutral",
} as const;

export function IdentitySection({ locale, viewer, account }: SectionProps) {
  const t = getTranslator(locale, "accounts");
  const e = getTranslator(locale, "enums");
  const status = <Badge tone={TONE[viewer.status]}>{e(`status.${viewer.status}`)}</Badge>;
  return (
    <SideSection id="identity" title={t("account.about")}>
      <DefinitionList
        items={[
          {
            term: t("account.name"),
            value: (
              <span dir="auto">
                <PersonWords words={bothNames(viewer, locale)} />
              </span>
            ),
          },
          { term: t("account.email"), value: account.email },
          { term: t("account.status"), value: status },
          { term: t("account.role"), value: e(`role.${viewer.sleepingRole ?? viewer.role}`) },
          { term: t("account.since"), value: formatDay(account.createdAt, locale) },
        ]}
      />
      <p className="mt-5 flex flex-wrap gap-3">
        {viewer.memberId && mayAct(viewer) ? (
          <LinkButton href={path(locale, "/account/profile")} variant="secondary">
            {t("account.editProfile")}
          </LinkButton>
        ) : null}
        {canInvite(viewer) ? (
          <LinkButton href={path(locale, "/account/invitations")} variant="secondary">
            {getTranslator(locale, "invitations")("open")}
          </LinkButton>
        ) : null}
        <LinkButton href={path(locale, "/account/address")} variant="secondary">
          {t("account.changeAddress")}
        </LinkButton>
        {viewer.memberId ? (
          <LinkButton href={path(locale, "/account/dues")} variant="secondary">
            {getTranslator(locale, "dues")("own.see")}
          </LinkButton>
        ) : null}
      </p>
    </SideSection>
  );
}

export function DataSection({ locale, viewer }: { locale: Locale; viewer: Viewer }) {
  const t = getTranslator(locale, "accounts");
  return (
    <SideSection id="data" lead={t("data.exportText")} title={t("data.title")}>
      <LinkButton href="/api/account/export" variant="secondary">
        {t("data.export")}
      </LinkButton>
      {canLeaveClub(viewer, { id: viewer.accountId, status: viewer.status }) ? (
        <>
          <p className="mt-8 mb-4 max-w-measure">{t("data.leaveText")}</p>
          <LinkButton href={path(locale, "/account/leaving")} variant="secondary">
            {t("data.leave")}
          </LinkButton>
        </>
      ) : null}
      <p className="mt-8 mb-4 max-w-measure">{t("data.eraseText")}</p>
      <LinkButton href={path(locale, "/account/erasure")} variant="secondary">
        {t("data.erase")}
      </LinkButton>
    </SideSection>
  );
}

/** Both scripts, the reader's first. */
function bothNames(viewer: Viewer, locale: Locale): string {
  const { name, nameZh } = viewer;
  const first = viewerName(viewer, locale);
  return [first, first === nameZh ? name : nameZh].filter(Boolean).join(" ");
}
