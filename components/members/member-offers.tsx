import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { MemberPage } from "@/lib/members/queries";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { MemberText } from "./member-text";

type MemberOffersProps = { member: MemberPage; locale: Locale; isPreview: boolean };

/** What a member offers and looks for, side by side; words for when neither is said or shown. */
export function MemberOffers({ member, locale, isPreview }: MemberOffersProps) {
  const t = getTranslator(locale, "members");
  const { originalLocale, stale } = member;
  const isOwn = member.isOwn && !isPreview;
  const shown = (["offers", "needs"] as const).filter((field) =>
    pickText(member[field], locale, originalLocale),
  );
  if (shown.length === 0) {
    return (
      <EmptyState
        action={
          isOwn ? (
            <LinkButton href={path(locale, "/account/profile")} variant="secondary">
              {t("member.edit")}
            </LinkButton>
          ) : undefined
        }
        text={isOwn ? t("member.nothingOwn") : t("member.nothingText")}
        title={t("member.nothingTitle")}
      />
    );
  }
  return (
    <div className={`grid gap-4 ${shown.length === 2 ? "md:grid-cols-2" : ""}`}>
      {shown.map((field) => (
        <Card as="section" key={field} labelledBy={field}>
          <h2 className="mb-3 font-semibold text-lg" id={field}>
            {t(`member.${field}`)}
          </h2>
          <MemberText
            locale={locale}
            original={originalLocale}
            stale={stale[field]}
            text={member[field]}
          />
        </Card>
      ))}
    </div>
  );
}
