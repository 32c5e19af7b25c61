import type { ReactNode } from "react";
import type { Stance } from "@/db/enums";
import type { ErrorCode } from "@/lib/core/errors";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { leastLengthIn } from "@/lib/core/text/least-length";
import { OPINION_LENGTH } from "@/lib/experiences/opinions.policy";
import type { OpinionsPage } from "@/lib/experiences/opinions.queries";
import { SaidWords } from "../entries/said-words";
import { buttonStyle } from "../ui/button-style";
import { FoldedFields } from "../ui/folded-fields";
import { KeyedForm } from "../ui/keyed-form";
import { MoveForm } from "../ui/move-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type OpinionsSectionProps = {
  page: OpinionsPage;
  locale: Locale;
  actions: Record<Stance | "withdraw", FormAction>;
  /** What stands under each, by key. */
  takeDowns: ReadonlyMap<string, ReactNode>;
};

const STANDS: readonly Stance[] = ["endorsed", "contradicted"];

/** Who stands by an experience and who says that it no longer holds, side by side; and what the reader may say. */
export function OpinionsSection({ page, locale, actions, takeDowns }: OpinionsSectionProps) {
  const t = getTranslator(locale, "opinions");
  const { opinions, refusal } = page;
  const allOf = (stance: Stance) => opinions.filter((one) => one.stance === stance);
  // Nothing is said of what is not online.
  if (opinions.length === 0 && refusal === "notFound") return null;
  return (
    <section aria-labelledby="opinions" className="mt-12 scroll-mt-24">
      <h2 className="mb-4 font-semibold text-2xl" id="opinions">
        {t("title")}
      </h2>
      {opinions.length === 0 ? (
        <p className="max-w-measure text-secondary">{t(emptyKey(refusal))}</p>
      ) : (
        <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
          {STANDS.filter((stance) => allOf(stance).length > 0).map((stance) => (
            <div key={stance}>
              <h3 className="mb-3 font-semibold text-lg">
                {t(stance, { count: allOf(stance).filter(({ isCounted }) => isCounted).length })}
              </h3>
              <ul className="space-y-6">
                {allOf(stance).map((opinion) => (
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
              action={actions[stance]}
              experienceId={page.id}
              key={stance}
              locale={locale}
              stance={stance}
            />
          ))}
        </div>
      ) : null}
      {refusal && TOLD.includes(refusal) ? (
        <p className="no-print mt-6 max-w-measure text-secondary">
          {getTranslator(locale, "errors")(refusal)}
        </p>
      ) : null}
    </section>
  );
}

/** What keeps the reader from speaking, said where they look for it. */
const TOLD: readonly ErrorCode[] = ["opinionUnsigned", "opinionColleague", "opinionUnlisted"];

function emptyKey(refusal: OpinionsPage["refusal"]) {
  if (refusal === null) return "none";
  return refusal === "opinionOwn" ? "noneOwn" : "noneYet";
}

type OpinionEntryProps = {
  opinion: OpinionsPage["opinions"][number];
  locale: Locale;
  withdraw: FormAction;
};

/** What one member says of an experience, and the way to take one's own back. */
function OpinionEntry({ opinion, locale, withdraw }: OpinionEntryProps) {
  const t = getTranslator(locale, "opinions");
  const { id, words, locale: lang, sinceYear, createdAt, by, isOwn, isHidden, isCounted } = opinion;
  const isAnswered = opinion.stance === "contradicted" && opinion.isAnswered;
  return (
    <article className="border-hairline border-l-4 pl-4">
      {sinceYear ? (
        <p className="font-semibold">{t("since", { year: String(sinceYear) })}</p>
      ) : null}
      <SaidWords at={createdAt} by={by} isOwn={isOwn} lang={lang} locale={locale} words={words} />
      {isAnswered ? <p className="mt-1 text-sm">{t("answered")}</p> : null}
      {isOwn && !isHidden && !isCounted ? <p className="mt-1 text-sm">{t("unseen")}</p> : null}
      {opinion.mayWithdraw ? (
        <MoveForm
          action={withdraw}
          className="no-print mt-2"
          hidden={{ opinionId: id }}
          label={t("withdraw")}
          locale={locale}
          scope={`withdraw-${id}`}
          size="small"
          variant="secondary"
        />
      ) : null}
    </article>
  );
}

type OpinionFormProps = {
  stance: Stance;
  experienceId: string;
  locale: Locale;
  action: FormAction;
};

const WORDS = {
  endorsed: { open: "endorse", words: "endorseWords", send: "send" },
  contradicted: { open: "contradict", words: "contradictWords", send: "report" },
} as const;

/** One sentence for an experience or, with a year, against it; opened by its summary, without JavaScript too. */
function OpinionForm({ stance, experienceId, locale, action }: OpinionFormProps) {
  const t = getTranslator(locale, "opinions");
  const { open, words, send } = WORDS[stance];
  const { least, most } = OPINION_LENGTH;
  return (
    <KeyedForm
      action={action}
      className="has-[[open]]:basis-full"
      hidden={{ experienceId, locale }}
      locale={locale}
      scope={open}
    >
      <FoldedFields label={t(open)} labelClass={buttonStyle("secondary")}>
        {stance === "contradicted" ? (
          <TextField
            hint={t("sinceHint")}
            inputMode="numeric"
            label={t("sinceYear")}
            name="sinceYear"
            required
            width="short"
          />
        ) : null}
        <TextField
          hint={t("hint", { least: leastLengthIn(locale, least), most })}
          label={t(words)}
          maxLength={most}
          name="words"
          required
          rows={3}
        />
        <SubmitButton>{t(send)}</SubmitButton>
      </FoldedFields>
    </KeyedForm>
  );
}
