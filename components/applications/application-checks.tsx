import type { MailDomainCheck } from "@/lib/applications/vetting/mail-domain";
import type { KnownPerson } from "@/lib/applications/vetting/people.queries";
import type { RegistrationCheck } from "@/lib/applications/vetting/registration-check";
import type { Locale } from "@/lib/core/i18n/locales";
import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { SimilarOrganisation } from "@/lib/organisations/similar.queries";
import { CheckRow } from "./check-row";
import { PeopleLinks } from "./people-links";
import { registrationWords } from "./registration-words";

type ApplicationChecksProps = {
  locale: Locale;
  registration: RegistrationCheck;
  mailDomain: MailDomainCheck;
  /** Who has the address; after an approval the account it opened. */
  atAddress: { people: KnownPerson[]; isAdmitted: boolean };
  similar: SimilarOrganisation[];
  sponsor: { typed: string; people: KnownPerson[] };
  isAdministrator: boolean;
};

/** What the portal found out by itself about an applicant and their organisation. */
export function ApplicationChecks(props: ApplicationChecksProps) {
  const { locale, registration, mailDomain, isAdministrator } = props;
  const t = getTranslator(locale, "vetting");
  const { state, mailDomain: mail, siteDomain: site } = mailDomain;
  const { people, isAdmitted } = props.atAddress;
  return (
    <ul className="space-y-3 text-sm">
      <CheckRow passed={registration.state === "none" ? null : registration.state === "valid"}>
        {registrationWords(registration, locale)}
      </CheckRow>
      <CheckRow passed={state === "no-website" ? null : state === "same"}>
        {t(`checks.domain.${state}`, { mail, site })}
      </CheckRow>
      <CheckRow passed={isAdmitted ? null : people.length === 0}>
        {people.length === 0 ? (
          t("checks.address.none")
        ) : (
          <>
            {t(isAdmitted ? "checks.address.admitted" : "checks.address.known")}
            <PeopleLinks isAdministrator={isAdministrator} locale={locale} people={people} />
          </>
        )}
      </CheckRow>
      <SimilarRow isAdmitted={isAdmitted} locale={locale} similar={props.similar} />
      <SponsorRow isAdministrator={isAdministrator} locale={locale} sponsor={props.sponsor} />
    </ul>
  );
}

type SimilarRowProps = Pick<ApplicationChecksProps, "locale" | "similar"> & { isAdmitted: boolean };

function SimilarRow({ locale, similar, isAdmitted }: SimilarRowProps) {
  const t = getTranslator(locale, "vetting");
  if (similar.length === 0) return <CheckRow passed>{t("checks.similar.none")}</CheckRow>;
  return (
    // After the approval it is the one that was made or joined.
    <CheckRow passed={isAdmitted ? null : false}>
      {t("checks.similar.known")}
      <ul className="mt-1 space-y-1">
        {similar.map(({ id, slug, name, place, by }) => (
          <li key={id}>
            <a href={path(locale, `/organisations/${slug}`)} lang={LANGUAGE_TAG[name.lang]}>
              {name.text}
            </a>{" "}
            <span className="text-muted">
              {[place, t("checks.similar.by", { by })].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </CheckRow>
  );
}

type SponsorRowProps = Pick<ApplicationChecksProps, "locale" | "sponsor" | "isAdministrator">;

function SponsorRow({ locale, sponsor, isAdministrator }: SponsorRowProps) {
  const t = getTranslator(locale, "vetting");
  const { typed, people } = sponsor;
  if (!typed) return <CheckRow passed={null}>{t("checks.sponsor.none")}</CheckRow>;
  if (people.length === 0) {
    return <CheckRow passed={false}>{t("checks.sponsor.unknown", { sponsor: typed })}</CheckRow>;
  }
  return (
    <CheckRow passed>
      {t("checks.sponsor.known", { sponsor: typed })}
      <PeopleLinks isAdministrator={isAdministrator} locale={locale} people={people} />
    </CheckRow>
  );
}
