import type { ReactNode } from "react";
import { referenceLabel } from "@/db/reference/lists";
import { isThere } from "@/lib/core/auth/standing";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { faceOf } from "@/lib/members/face";
import { shownName } from "@/lib/members/member-card";
import type { MemberPage } from "@/lib/members/queries";
import { Badge } from "../ui/badge";
import { Breadcrumbs } from "../ui/breadcrumbs";
import { Face } from "../ui/face";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { MemberName } from "./member-name";

type MemberHeaderProps = {
  member: MemberPage;
  locale: Locale;
  /** The directory, with the search one came from. */
  back: string;
  /** The way to propose an exchange, where the reader may. */
  ask: ReactNode;
};

/** Names in both scripts, what the member does and where; for the owner the way to the form. */
export function MemberHeader({ member, locale, back, ask }: MemberHeaderProps) {
  const t = getTranslator(locale, "members");
  const c = getTranslator(locale, "cards");
  const { slug, names, nameZh, originalLocale, clubFunction, status, isOwn, isListed } = member;
  const name = names && shownName({ ...names, nameZh, portrait: member.portrait }, locale);
  const jobTitle = pickText(member.jobTitle, locale, originalLocale);
  const organisation = pickText(member.organisation, locale, originalLocale);
  return (
    <PageHeader
      actions={
        <>
          {isOwn ? (
            <LinkButton href={path(locale, "/account/profile")}>{t("member.edit")}</LinkButton>
          ) : null}
          {ask}
          <LinkButton href={path(locale, `/members/${slug}/card`)} variant="secondary">
            {c("open")}
          </LinkButton>
          {isOwn ? null : (
            <LinkButton href={`/api/members/${slug}/vcard?locale=${locale}`} variant="secondary">
              {c("vcard.link")}
            </LinkButton>
          )}
        </>
      }
      before={
        <Breadcrumbs
          items={[{ label: t("member.back"), href: back }]}
          label={getTranslator(locale, "ui")("breadcrumbs")}
        />
      }
      eyebrow={
        clubFunction || !isThere({ status }) || !isListed ? (
          <>
            {isThere({ status }) ? null : (
              <Badge tone="warning">
                {t("member.status", {
                  status: getTranslator(locale, "enums")(`status.${status}`),
                })}
              </Badge>
            )}
            {isListed ? null : <Badge tone="warning">{t("member.unlisted")}</Badge>}
            {clubFunction ? (
              <Badge tone="info">{referenceLabel("memberFunctions", clubFunction, locale)}</Badge>
            ) : null}
          </>
        ) : undefined
      }
      lead={
        jobTitle || organisation ? (
          <>
            {jobTitle ? <span lang={LANGUAGE_TAG[jobTitle.lang]}>{jobTitle.text}</span> : null}
            {jobTitle && organisation ? "\u00a0· " : null}
            {organisation ? (
              <span lang={LANGUAGE_TAG[organisation.lang]}>{organisation.text}</span>
            ) : null}
          </>
        ) : undefined
      }
      picture={<Face face={name?.face ?? faceOf(member.portrait, nameZh ?? "", "")} size="large" />}
      title={
        name ? (
          <MemberName name={name} />
        ) : (
          <span lang={nameZh ? LANGUAGE_TAG.zh : undefined}>{nameZh ?? t("member.someone")}</span>
        )
      }
    />
  );
}
