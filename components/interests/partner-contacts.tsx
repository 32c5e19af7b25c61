import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { otherWords, revealedName } from "@/lib/interests/interest-words";
import type { Partner } from "@/lib/interests/partners.queries";
import { MemberName } from "../members/member-name";
import { contactItems } from "../ui/contact-items";
import { DefinitionList } from "../ui/definition-list";
import { Face } from "../ui/face";
import { TitledPart } from "../ui/titled-part";

type PartnerContactsProps = {
  partners: Partner[];
  /** Nothing has been said yet: a single one stands open. */
  isNew: boolean;
  locale: Locale;
};

/** How those are reached with whom the reader has an accepted interest in common; folded, so that the discussion stays near. */
export function PartnerContacts({ partners, isNew, locale }: PartnerContactsProps) {
  const t = getTranslator(locale, "interests");
  if (partners.length === 0) return null;
  return (
    <TitledPart id="partners" size="tight" title={t("partners.title")}>
      <ul className="space-y-3">
        {partners.map((partner) => (
          <li className="card px-5" key={partner.id}>
            <details open={isNew && partners.length === 1}>
              <summary className="flex min-h-14 items-center gap-3 py-3">
                <Face face={revealedName(partner, locale)?.face} size="small" />
                <span className="font-semibold" dir="auto">
                  <Name locale={locale} partner={partner} />
                </span>
              </summary>
              <Contact locale={locale} partner={partner} />
            </details>
          </li>
        ))}
      </ul>
    </TitledPart>
  );
}

type ContactProps = { partner: Partner; locale: Locale };

function Name({ partner, locale }: ContactProps) {
  const name = revealedName(partner, locale);
  return name ? <MemberName name={name} /> : otherWords(partner, locale);
}

function Contact({ partner, locale }: ContactProps) {
  const t = getTranslator(locale, "interests");
  const { id, slug, hasPage, email, phone, wechat } = partner;
  const texts = [
    {
      term: t("other.jobTitle"),
      text: pickText(partner.jobTitle, locale, partner.writtenIn ?? undefined),
    },
    { term: t("other.organisation"), text: pickText(partner.organisationName, locale) },
  ];
  return (
    <div className="space-y-4 pb-5">
      <DefinitionList
        items={[
          ...contactItems(partner, (way) => t(`other.${way}`)),
          ...texts.map(({ term, text }) => ({
            term,
            value: text ? <span lang={LANGUAGE_TAG[text.lang]}>{text.text}</span> : null,
          })),
        ]}
        layout="columns"
      />
      {email || phone || wechat ? null : (
        <p className="text-muted text-sm">{t("partners.noContacts")}</p>
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        {hasPage && slug ? (
          <>
            <a
              className="inline-block py-1 pointer-coarse:py-2.5"
              href={path(locale, `/members/${slug}`)}
            >
              {t("other.page")}
            </a>
            <a
              className="inline-block py-1 pointer-coarse:py-2.5"
              href={`/api/members/${slug}/vcard?locale=${locale}`}
            >
              {getTranslator(locale, "cards")("vcard.link")}
            </a>
          </>
        ) : null}
        <a
          className="inline-block py-1 pointer-coarse:py-2.5"
          href={path(locale, `/interests/${id}`)}
        >
          {t("partners.interest")}
        </a>
      </p>
    </div>
  );
}
