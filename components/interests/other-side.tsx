import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { formatPhone } from "@/lib/core/text/phone-numbers";
import { REVEALED_STATES } from "@/lib/interests/policy";
import type { InterestPage } from "@/lib/interests/queries";
import { labelsOf } from "@/lib/members/member-card";
import { Card } from "../ui/card";
import { DefinitionList } from "../ui/definition-list";
import { otherWords, revealedName } from "./interest-words";

/** Who stands on the other side: "a member of the club" until it is accepted, then a person one can reach. */
export function OtherSide({ interest, locale }: { interest: InterestPage; locale: Locale }) {
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
  const { email, phone, wechat, state } = interest;
  const isRevealed = name !== null && (REVEALED_STATES as readonly string[]).includes(state);
  return (
    <Card as="section" labelledBy="other">
      <h2 className="text-muted text-sm" id="other">
        {t(isSender ? "other.sender" : "other.owner")}
      </h2>
      <p className="mt-1 font-semibold text-lg" dir="auto">
        {name ? (
          <>
            <span lang={name.isChinese ? LANGUAGE_TAG.zh : undefined}>{name.text}</span>
            {name.other ? (
              <span
                className="ml-2 font-normal text-muted"
                lang={name.isChinese ? "zh-Latn" : LANGUAGE_TAG.zh}
              >
                {name.other}
              </span>
            ) : null}
          </>
        ) : (
          otherWords(interest, locale)
        )}
      </p>
      {interest.hasPage ? (
        <p className="mt-1">
          <a href={path(locale, `/members/${interest.slug}`)}>{t("other.page")}</a>
        </p>
      ) : null}
      <div className="mt-4">
        <DefinitionList
          items={[
            ...texts.map(({ term, text }) => ({
              term,
              value: text ? <span lang={LANGUAGE_TAG[text.lang]}>{text.text}</span> : null,
            })),
            ...lists.map((list) => ({
              term: t(`other.${list}`),
              value: labelsOf(list, interest[list], locale).join("\u00a0· "),
            })),
            {
              term: t("other.email"),
              value: email ? <a href={`mailto:${email}`}>{email}</a> : null,
            },
            {
              term: t("other.phone"),
              value: phone ? (
                <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{formatPhone(phone)}</a>
              ) : null,
            },
            { term: t("other.wechat"), value: wechat },
          ]}
          layout="stack"
        />
      </div>
      {name ? null : <p className="mt-4 text-muted text-sm">{t(hiddenWords(interest))}</p>}
      {name && !isRevealed ? (
        <p className="mt-4 text-muted text-sm">
          {t(isSender ? "other.namedToYou" : "other.ownerShown")}
        </p>
      ) : null}
      {isRevealed && !email && !phone && !wechat ? (
        <p className="mt-4 text-muted text-sm">{t("other.noContacts")}</p>
      ) : null}
    </Card>
  );
}

function hiddenWords({ otherStatus, isNamed, party }: InterestPage) {
  if (otherStatus !== "active") return "other.gone";
  return isNamed && party === "sender" ? "other.named" : "other.hidden";
}
