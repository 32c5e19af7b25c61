import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { isRevealed, openingWords, otherWords, revealedName } from "@/lib/interests/interest-words";
import type { InterestPage } from "@/lib/interests/queries";
import { labelsOf } from "@/lib/members/member-card";
import { MemberName } from "../members/member-name";
import { Card } from "../ui/card";
import { contactItems } from "../ui/contact-items";
import { DefinitionList } from "../ui/definition-list";
import { Face } from "../ui/face";
import { LinkButton } from "../ui/link-button";

type OtherSideProps = {
  interest: InterestPage;
  locale: Locale;
  /** First on the page, with the way to the room, once the person is known by acceptance. */
  isFirst?: boolean;
  isInRoom?: boolean;
};

/** Who stands on the other side: "a member of the club" until it is accepted, then a person one can reach. */
export function OtherSide({ interest, locale, isFirst, isInRoom }: OtherSideProps) {
  const t = getTranslator(locale, "interests");
  const name = revealedName(interest, locale);
  const isSender = interest.party === "owner";
  const lists = name ? (["sectors", "languages"] as const) : [];
  const texts = [
    {
      term: t("other.jobTitle"),
      text: pickText(interest.jobTitle, locale, interest.writtenIn ?? undefined),
    },
    { term: t("other.organisation"), text: pickText(interest.organisationName, locale) },
  ];
  const { email, phone, wechat, projectSlug } = interest;
  const isKnown = isRevealed(interest);
  const opening = openingWords(interest);
  return (
    <Card as="section" className={isFirst ? "mb-10" : undefined} labelledBy="other">
      <h2 className="text-muted text-sm" id="other">
        {t(isSender ? "other.sender" : "other.owner")}
      </h2>
      <div className="mt-2 flex items-center gap-4">
        <Face face={name?.face} size={isFirst ? "large" : "medium"} />
        <p className={`font-semibold ${isFirst ? "text-2xl" : "text-lg"}`} dir="auto">
          {name ? <MemberName name={name} /> : otherWords(interest, locale)}
        </p>
      </div>
      {interest.hasPage ? (
        <p className="mt-1">
          <a href={path(locale, `/members/${interest.slug}`)}>{t("other.page")}</a>
        </p>
      ) : null}
      <div className="mt-4 empty:hidden">
        <DefinitionList
          items={[
            ...contactItems(interest, (way) => t(`other.${way}`)),
            ...texts.map(({ term, text }) => ({
              term,
              value: text ? <span lang={LANGUAGE_TAG[text.lang]}>{text.text}</span> : null,
            })),
            ...lists.map((list) => ({
              term: t(`other.${list}`),
              value: sideBySide(labelsOf(list, interest[list], locale), locale),
            })),
          ]}
          layout={isFirst ? "columns" : "stack"}
        />
      </div>
      {opening ? <p className="mt-4 text-muted text-sm">{t(`other.${opening}`)}</p> : null}
      {isKnown && !email && !phone && !wechat ? (
        <p className="mt-4 text-muted text-sm">
          {t(interest.contactEndedOn ? "other.contactEnded" : "other.noContacts")}
        </p>
      ) : null}
      {isFirst && isInRoom ? (
        <p className="mt-5">
          <LinkButton href={path(locale, `/projects/${projectSlug}/room/discussion`)}>
            {t("page.discussion")}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  );
}
