import type { EntryKind } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { pageOf } from "@/lib/entries/noun";
import type { OwnOffer } from "@/lib/entries/offers.queries";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";

type TranslateCardProps = {
  entry: { entryKind: EntryKind; slug: string };
  locale: Locale;
  isOwn: boolean;
  /** Whether something on the page is not in the reader's language. */
  isMissing: boolean;
  /** Offers that await the owner's answer, by language. */
  waiting: ReadonlyMap<Locale, number>;
  /** What the reader has offered that is not online yet. */
  ownOffers: readonly OwnOffer[];
};

/** The way to the translations of an entry: the owner's own, the reader's offers, or an invitation to offer some. */
export function TranslateCard(props: TranslateCardProps) {
  const { entry, locale, isOwn, waiting, ownOffers } = props;
  const t = getTranslator(locale, "translations");
  const [waitingIn] = waiting.keys();
  const [offered] = ownOffers;
  const missing = props.isMissing ? locale : undefined;
  const to = (isOwn ? waitingIn : offered?.locale) ?? missing;
  const words = isOwn
    ? { title: t("invitation.own"), button: t("invitation.open") }
    : offered
      ? { title: t("invitation.yours"), button: t("invitation.see") }
      : {
          title: missing
            ? t(`${entry.entryKind}.invitation.title`, { language: missing })
            : t(`${entry.entryKind}.invitation.titleDone`),
          button: t("invitation.offer"),
        };
  const lines = isOwn
    ? [ownerLine(waiting, locale)]
    : offerLines(entry.entryKind, ownOffers, locale);
  return (
    <Card as="section" className="no-print mt-10" labelledBy="translate">
      <h2 className="font-semibold text-lg" id="translate">
        {words.title}
      </h2>
      <div className="mt-1 mb-4 max-w-measure space-y-1 text-secondary">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <LinkButton href={path(locale, `${pageOf(entry)}/translate`, { to })} variant="secondary">
        {words.button}
      </LinkButton>
    </Card>
  );
}

function ownerLine(waiting: TranslateCardProps["waiting"], locale: Locale): string {
  const t = getTranslator(locale, "translations");
  const count = [...waiting.values()].reduce((sum, one) => sum + one, 0);
  return count > 0 ? t("invitation.waiting", { count }) : t("invitation.ownText");
}

/** Whom each of the reader's translations waits for, once a language; without any, the invitation. */
function offerLines(kind: EntryKind, offers: readonly OwnOffer[], locale: Locale): string[] {
  const t = getTranslator(locale, "translations");
  if (offers.length === 0) return [t(`${kind}.invitation.text`)];
  const lines = offers.map(({ standing, locale: language }) =>
    t(standing === "accepted" ? "invitation.accepted" : `${kind}.invitation.offered`, { language }),
  );
  return [...new Set(lines)];
}
