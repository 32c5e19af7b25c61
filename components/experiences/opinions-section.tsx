import type { ReactNode } from "react";
import type { Stance } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OpinionsPage } from "@/lib/experiences/opinions.queries";
import { OpinionEntry } from "./opinion-entry";
import { type OpinionActions, OpinionForm } from "./opinion-form";

type OpinionsSectionProps = {
  page: OpinionsPage;
  locale: Locale;
  actions: OpinionActions;
  /** What the club team does about each, by key. */
  takeDowns: ReadonlyMap<string, ReactNode>;
};

const STANDS: readonly Stance[] = ["endorsed", "contradicted"];

/** Who stands by an experience and who says that it no longer holds, side by side; and what the reader may say. */
export function OpinionsSection(props: OpinionsSectionProps) {
  const { page, locale, actions, takeDowns } = props;
  const t = getTranslator(locale, "opinions");
  const { opinions, refusal } = page;
  const told = STANDS.map((stance) => ({
    stance,
    all: opinions.filter((one) => one.stance === stance),
  })).filter(({ all }) => all.length > 0);
  // Nothing is said of what is not online.
  if (told.length === 0 && refusal === "notFound") return null;
  return (
    <section aria-labelledby="opinions" className="mt-12 scroll-mt-24">
      <h2 className="mb-4 font-semibold text-2xl" id="opinions">
        {t("title")}
      </h2>
      {told.length === 0 ? (
        <p className="max-w-measure text-secondary">{t(emptyKey(refusal))}</p>
      ) : (
        <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
          {told.map(({ stance, all }) => (
            <div key={stance}>
              <h3 className="mb-3 font-semibold text-lg">
                {t(stance, { count: all.filter(({ isCounted }) => isCounted).length })}
              </h3>
              <ul className="space-y-6">
                {all.map((opinion) => (
                  <li key={opinion.id}>
                    <OpinionEntry locale={locale} opinion={opinion} withdraw={actions.withdraw} />
                    {takeDowns.get(opinion.id)}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
      {refusal === null ? (
        <div className="no-print mt-6 flex flex-wrap items-start gap-x-4 gap-y-2">
          {STANDS.map((stance) => (
            <OpinionForm
              action={stance === "endorsed" ? actions.endorse : actions.contradict}
              experienceId={page.id}
              key={stance}
              locale={locale}
              stance={stance}
            />
          ))}
        </div>
      ) : null}
      {refusal !== null && TOLD.includes(refusal) ? (
        <p className="no-print mt-6 max-w-measure text-secondary">
          {getTranslator(locale, "errors")(refusal)}
        </p>
      ) : null}
    </section>
  );
}

/** What keeps the reader from speaking, said where they look for it. */
const TOLD: readonly OpinionsPage["refusal"][] = [
  "opinionUnsigned",
  "opinionColleague",
  "opinionUnlisted",
];

function emptyKey(refusal: OpinionsPage["refusal"]) {
  if (refusal === null) return "none";
  return refusal === "opinionOwn" ? "noneOwn" : "noneYet";
}
