import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { quoteText } from "@/lib/core/text/cut-text";
import type { InterestSide } from "@/lib/interests/interest-groups";
import { awaitedParty } from "@/lib/interests/policy";
import type { InterestRow } from "@/lib/interests/queries";
import { ProjectTitle } from "../projects/project-title";
import { Badge } from "../ui/badge";
import { QuotedWords } from "../ui/quoted-words";
import { clockWords, otherWords } from "./interest-words";
import { StateBadge } from "./state-badge";

type InterestListProps = { rows: InterestRow[]; side: InterestSide; locale: Locale };

/** Interests, each with its state, its clock and who has to act. */
export function InterestList({ rows, side, locale }: InterestListProps) {
  const t = getTranslator(locale, "interests");
  return (
    <ul aria-label={t("list.label")} className="divide-y divide-hairline border-hairline border-y">
      {rows.map((interest) => {
        const awaited = awaitedParty(interest.state);
        const isMine = awaited === (side === "received" ? "owner" : "sender");
        const who = otherWords(interest, locale);
        return (
          <li className="relative py-4 hover:bg-subtle" key={interest.id}>
            <p className="flex flex-wrap items-center gap-2">
              <StateBadge isReceived={side === "received"} locale={locale} state={interest.state} />
              {awaited && isMine ? <Badge tone="warning">{t("turn.mine")}</Badge> : null}
              <span className="text-muted text-sm">{clockWords(interest, locale)}</span>
            </p>
            <h2 className="mt-2 font-semibold text-lg leading-snug">
              <a
                className="stretched no-underline"
                href={path(locale, `/interests/${interest.id}`)}
              >
                <ProjectTitle locale={locale} project={interest} />
              </a>
            </h2>
            {interest.question ? (
              <QuotedWords className="mt-2" words={quoteText(interest.question)} />
            ) : null}
            <p className="mt-1 text-secondary text-sm">
              {t(side === "received" ? "list.from" : "list.to", { who })}
              {" · "}
              {t("list.on", { day: formatDay(interest.createdAt, locale) })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
