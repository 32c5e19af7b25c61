import { isThere } from "@/lib/core/auth/standing";
import { formatDay, formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { AccountDossier } from "@/lib/moderation/accounts.queries";
import { DefinitionList } from "../ui/definition-list";
import { LanguageName } from "../ui/language-name";
import { TitledPart } from "../ui/titled-part";

type AccountFactsProps = { locale: Locale; account: AccountDossier };

/** What an administrator needs to know of an account before changing it. */
export function AccountFacts({ locale, account }: AccountFactsProps) {
  const t = getTranslator(locale, "admin");
  const words = getTranslator(locale, "enums");
  const { lastSeenAt, joinedOn, memberSlug } = account;
  return (
    <TitledPart id="facts" size="medium" title={t("account.facts")}>
      <DefinitionList
        items={[
          { term: t("accounts.email"), value: <span className="break-all">{account.email}</span> },
          { term: t("accounts.role"), value: words(`role.${account.role}`) },
          { term: t("accounts.status"), value: words(`status.${account.status}`) },
          { term: t("identity.jobTitle"), value: account.jobTitle },
          { term: t("identity.organisation"), value: account.organisation },
          { term: t("identity.since"), value: joinedOn && formatDay(joinedOn, locale) },
          { term: t("account.created"), value: formatInstant(account.createdAt, locale) },
          {
            term: t("accounts.lastSeen"),
            value: lastSeenAt ? formatInstant(lastSeenAt, locale) : t("accounts.never"),
          },
          { term: t("account.sessions"), value: String(account.openSessions) },
          { term: t("account.language"), value: <LanguageName of={account.locale} /> },
          {
            term: t("account.projects"),
            value:
              account.projects.length > 0 ? (
                <ul className="space-y-1">
                  {account.projects.map((project) => (
                    <li key={project.id}>
                      <a href={path(locale, `/admin/projects/${project.id}`)}>{project.title}</a>
                      <span className="text-muted text-sm">
                        {` · ${words(`moderation.${project.moderation}`)}`}
                      </span>
                    </li>
                  ))}
                </ul>
              ) : null,
          },
        ]}
      />
      <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <li>
          <a href={path(locale, `/admin/members/${account.id}/account`)}>{t("held.open")}</a>
        </li>
        {memberSlug && isThere(account) ? (
          <li>
            <a href={path(locale, `/members/${memberSlug}`)}>{t("identity.profile")}</a>
          </li>
        ) : null}
        {account.status === "pending" && !account.isBroughtIn ? (
          <li>
            <a href={path(locale, `/admin/accounts/${account.id}`)}>{t("pending.decide")}</a>
          </li>
        ) : null}
        <li>
          <a href={path(locale, "/admin/audit", { actor: account.id })}>{t("account.trail")}</a>
        </li>
        <li>
          <a href={path(locale, "/admin/audit", { subject: account.id })}>{t("account.about")}</a>
        </li>
      </ul>
    </TitledPart>
  );
}
