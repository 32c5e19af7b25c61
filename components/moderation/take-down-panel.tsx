import type { TakenDownType } from "@/db/enums";
import { referenceOptions } from "@/db/reference/lists";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { TakeDownState, TakenDown } from "@/lib/moderation/take-downs.queries";
import { WORDS_MAX } from "@/lib/moderation/words-limit";
import { wordsOptional } from "@/lib/moderation/words-optional";
import { GraveMove } from "../ui/grave-move";
import { LateSelectField } from "../ui/late-select-field";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";
import { PersonWords } from "../ui/person-words";
import { QuotedWords } from "../ui/quoted-words";
import { TextField } from "../ui/text-field";

type TakeDownActions = Record<"takeDown" | "putBack" | "appeal", FormAction>;

type TakeDownPanelProps = {
  kind: TakenDownType;
  state: TakeDownState;
  locale: Locale;
  actions: TakeDownActions;
  contact: string;
  /** One of many on its page: the way to the act stands back. */
  isBeside?: boolean;
};

/** That something was taken down, when and why, for its author and the club team; and what the team may do about it. */
export function TakeDownPanel(props: TakeDownPanelProps) {
  const { kind, state, locale, actions, contact, isBeside } = props;
  const { id, called, takenDown, language, appeal, mayAppeal, mayTakeDown, mayPutBack } = state;
  if (!takenDown && !mayTakeDown) return null;
  const t = getTranslator(locale, "admin");
  const act = { locale, hidden: { kind, id } };
  return (
    <div className={`no-print space-y-4 ${isBeside ? "mt-2" : "mb-8"}`}>
      {takenDown ? (
        <Standing
          appeal={appeal}
          contact={contact}
          called={called}
          language={language}
          locale={locale}
          takenDown={takenDown}
        />
      ) : null}
      {mayAppeal ? (
        <GraveMove
          consequence={t("takeDown.appealText")}
          label={t("takeDown.appeal")}
          variant={isBeside ? "quiet" : "secondary"}
        >
          <MoveForm
            {...act}
            action={actions.appeal}
            className="space-y-4"
            label={t("takeDown.appealSubmit")}
            scope={`appeal-${id}`}
            variant="primary"
          >
            <TextField
              label={t("takeDown.appealWords")}
              maxLength={WORDS_MAX}
              name="words"
              required
              rows={3}
            />
          </MoveForm>
        </GraveMove>
      ) : null}
      {mayTakeDown ? (
        <GraveMove
          consequence={t("takeDown.consequences", { kind: called })}
          label={t("takeDown.take", { kind: called })}
          variant="quiet"
        >
          <MoveForm
            {...act}
            action={actions.takeDown}
            className="space-y-4"
            label={t("takeDown.take", { kind: called })}
            scope={`take-down-${id}`}
            variant="danger"
          >
            <LateSelectField
              emptyLabel={t("decide.chooseReason")}
              label={t("decide.reason")}
              name="reasonCode"
              options={referenceOptions("reasonsReport", locale)}
              required
            />
            <Words
              language={language}
              locale={locale}
              optional={wordsOptional(["reasonsReport"], locale)}
            />
          </MoveForm>
        </GraveMove>
      ) : null}
      {mayPutBack ? (
        <GraveMove
          consequence={t("takeDown.backText", { kind: called })}
          label={t("takeDown.back", { kind: called })}
          variant={isBeside ? "quiet" : "secondary"}
        >
          <MoveForm
            {...act}
            action={actions.putBack}
            className="space-y-4"
            label={t("takeDown.back", { kind: called })}
            scope={`put-back-${id}`}
            variant="primary"
          >
            <Words language={language} locale={locale} />
          </MoveForm>
        </GraveMove>
      ) : null}
    </div>
  );
}

type StandingProps = Pick<TakeDownPanelProps, "locale" | "contact"> & {
  called: TakeDownState["called"];
  takenDown: TakenDown;
  appeal: TakeDownState["appeal"];
  language: TakeDownState["language"];
};

/** The club team reads which reason was chosen and by whom; the author what it says to them. */
function Standing({ called: kind, takenDown, language, locale, contact, appeal }: StandingProps) {
  const t = getTranslator(locale, "admin");
  const { at, reason, words, by } = takenDown;
  const date = formatDay(at, locale);
  const waiting = by === null ? "appealed" : "appealedTeam";
  return (
    <Notice
      title={
        by === null ? (
          t("takeDown.on", { kind, date })
        ) : (
          <PersonWords words={t("takeDown.by", { kind, date, name: by })} />
        )
      }
      tone="danger"
    >
      <p>{by === null ? reason.message : reason.label}</p>
      {words ? <QuotedWords className="my-2" lang={language ?? undefined} words={words} /> : null}
      <p>{by === null ? t("takeDown.own", { kind }) : t("takeDown.team", { kind })}</p>
      {appeal ? (
        <p>
          {t(`takeDown.${appeal.isWaiting ? waiting : "appealOver"}`, {
            date: formatDay(appeal.at, locale),
            contact,
          })}
        </p>
      ) : null}
    </Notice>
  );
}

type WordsProps = { language: Locale | null; locale: Locale; optional?: string };

function Words({ language, locale, optional }: WordsProps) {
  const t = getTranslator(locale, "admin");
  return (
    <TextField
      hint={language ? t("decide.wordsHint", { language }) : t("takeDown.wordsHint")}
      label={t("decide.words")}
      maxLength={WORDS_MAX}
      name="words"
      optional={optional}
      rows={3}
    />
  );
}
