import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";

type TranslateCardProps = {
  slug: string;
  locale: Locale;
  isOwn: boolean;
  /** Whether something on the page is not in the reader's language. */
  isMissing: boolean;
  /** Offers that await the owner's answer. */
  waiting: number;
};

/** The way to the translations of a project: the owner's own, or an offer by whoever reads both languages. */
export function TranslateCard({ slug, locale, isOwn, isMissing, waiting }: TranslateCardProps) {
  const t = getTranslator(locale, "translations");
  const to = isMissing ? locale : undefined;
  const missing = isMissing
    ? t("invitation.title", { language: locale })
    : t("invitation.titleDone");
  const text = waiting > 0 ? t("invitation.waiting", { count: waiting }) : t("invitation.ownText");
  return (
    <Card as="section" className="no-print mt-10" labelledBy="translate">
      <h2 className="font-semibold text-lg" id="translate">
        {isOwn ? t("invitation.own") : missing}
      </h2>
      <p className="mt-1 mb-4 max-w-measure text-secondary">
        {isOwn ? text : t("invitation.text")}
      </p>
      <LinkButton href={path(locale, `/projects/${slug}/translate`, { to })} variant="secondary">
        {isOwn ? t("invitation.open") : t("invitation.offer")}
      </LinkButton>
    </Card>
  );
}
