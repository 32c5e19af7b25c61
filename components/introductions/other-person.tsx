import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { IntroductionPage } from "@/lib/introductions/queries";
import { shownName } from "@/lib/members/member-card";
import { MemberName } from "../members/member-name";
import { Card } from "../ui/card";
import { contactItems } from "../ui/contact-items";
import { DefinitionList } from "../ui/definition-list";
import { Face } from "../ui/face";

type OtherPersonProps = { introduction: IntroductionPage; locale: Locale };

/** The other of the two, as they show themselves to the reader; how they are reached as soon as they share it. */
export function OtherPerson({ introduction, locale }: OtherPersonProps) {
  const t = getTranslator(locale, "introductions");
  const { originalLocale, email, phone, wechat, slug, hasPage, state } = introduction;
  const name = shownName(introduction, locale);
  const texts = [
    { term: t("page.jobTitle"), text: pickText(introduction.jobTitle, locale, originalLocale) },
    { term: t("page.organisation"), text: pickText(introduction.organisation, locale) },
  ];
  const isMet = state === "accepted";
  return (
    <Card as="section" className="self-start" labelledBy="other">
      <h2 className="text-muted text-sm" id="other">
        {t(isMet ? "page.contacts" : "page.person")}
      </h2>
      <div className="mt-2 flex items-center gap-4">
        <Face face={name.face} size="medium" />
        <p className="font-semibold text-lg" dir="auto">
          <MemberName name={name} />
        </p>
      </div>
      {hasPage && slug ? (
        <p className="mt-1 flex flex-wrap gap-x-6">
          <a
            className="inline-block py-1 pointer-coarse:py-2.5"
            href={path(locale, `/members/${slug}`)}
          >
            {t("page.profile")}
          </a>
          {isMet ? (
            <a
              className="inline-block py-1 pointer-coarse:py-2.5"
              href={`/api/members/${slug}/vcard?locale=${locale}`}
            >
              {getTranslator(locale, "cards")("vcard.link")}
            </a>
          ) : null}
        </p>
      ) : null}
      <div className="mt-4">
        <DefinitionList
          items={[
            ...contactItems(introduction, (way) => t(`page.${way}`)),
            ...texts.map(({ term, text }) => ({
              term,
              value: text ? <span lang={LANGUAGE_TAG[text.lang]}>{text.text}</span> : null,
            })),
          ]}
          layout="stack"
        />
      </div>
      {isMet && !email && !phone && !wechat ? (
        <p className="mt-4 text-muted text-sm">
          {t("page.noContacts")}{" "}
          <a href={path(locale, "/account/profile#contacts")}>{t("page.ownContacts")}</a>
        </p>
      ) : null}
    </Card>
  );
}
