import { referenceItem } from "@/db/reference/lists";
import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import type { MachineWords } from "@/lib/core/i18n/machine-view";
import { getTranslator } from "@/lib/core/i18n/translator";
import { languageByScript } from "@/lib/core/text/foreign-words";
import { isEndedWithProject, stateWords } from "@/lib/interests/interest-words";
import type { InterestPage } from "@/lib/interests/queries";
import { authorWords } from "./author-words";
import { MachineUnder } from "./machine-under";
import { StateBadge } from "./state-badge";

type HistoryProps = {
  interest: InterestPage;
  /** What a machine made of its words for the reader. */
  made: ReadonlyMap<string, MachineWords>;
  locale: Locale;
};

/** Every move: which, by whom, when, and why where a reason was given. */
export function History({ interest, made, locale }: HistoryProps) {
  const t = getTranslator(locale, "interests");
  return (
    <section aria-labelledby="history">
      <h2 className="font-semibold text-lg" id="history">
        {t("page.history")}
      </h2>
      <ol className="mt-3 space-y-4">
        {interest.moves.map((move) => {
          const message = move.reasonCode
            ? referenceItem("reasonsInterestDecline", move.reasonCode)?.message?.[locale]
            : null;
          return (
            <li className="border-hairline border-l-2 pl-4" key={move.id}>
              <StateBadge state={move.state} words={stateWords(move.state, false, locale)} />
              <p className="mt-1 text-muted text-sm">
                {authorWords(move.isMine, interest, locale)}
                {" · "}
                {formatInstant(move.movedAt, locale)}
              </p>
              {isEndedWithProject(move) ? (
                <p className="mt-1 text-secondary">{t("page.projectOver")}</p>
              ) : null}
              {message ? <p className="mt-1 text-secondary">{message}</p> : null}
              {move.words ? (
                <p
                  className="mt-1 whitespace-pre-line text-secondary"
                  dir="auto"
                  lang={languageByScript(move.words, locale)}
                >
                  {move.words}
                </p>
              ) : null}
              <MachineUnder locale={locale} made={made.get(move.id)} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
