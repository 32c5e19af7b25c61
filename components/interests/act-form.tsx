import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Act } from "@/lib/interests/acts";
import { WORDS_MAX } from "@/lib/interests/interest-limits";
import type { InterestPage } from "@/lib/interests/queries";
import type { RoomOutline } from "@/lib/rooms/queries";
import type { ButtonVariant } from "../ui/button-style";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";
import { ReadyPhrases } from "../ui/ready-phrases";
import { TextField } from "../ui/text-field";
import { acceptanceWords } from "./acceptance-words";
import { DeclineFields } from "./decline-fields";

export type ActActions = Record<
  "accept" | "ask" | "answer" | "decline" | "review" | "withdraw" | "conclude",
  FormAction
>;

type ActFormProps = {
  act: Act;
  interest: InterestPage;
  /** The project's room as its owner finds it; null before there is one. */
  room: RoomOutline | null;
  locale: Locale;
  actions: ActActions;
};

type Words = {
  title: string;
  consequence: string;
  confirm: string;
  action: FormAction;
  variant?: ButtonVariant;
};

/** One act with what follows from it, what it asks for, and the way back. */
export function ActForm({ act, interest, room, locale, actions }: ActFormProps) {
  const t = getTranslator(locale, "interests");
  const { title, consequence, confirm, action, variant } = wordsOf(act, locale, actions);
  const isEnd = act === "agreement" || act === "no-agreement" || act === "in-talks";
  const hidden = {
    interestId: interest.id,
    version: String(interest.version),
    ...(isEnd ? { state: act } : {}),
  };
  return (
    <Card as="section" labelledBy="chosen-act">
      <h3 className="font-semibold text-xl" id="chosen-act">
        {title}
      </h3>
      {consequence ? (
        <p className="mt-2 mb-5 max-w-measure text-secondary">
          {act === "accept" ? acceptanceWords(room, locale) : consequence}
        </p>
      ) : (
        <div className="mt-4" />
      )}
      <MoveForm
        action={action}
        hidden={hidden}
        label={confirm}
        locale={locale}
        scope="act"
        variant={variant}
      >
        {act === "ask" || act === "answer" || act === "withdraw" ? (
          <TextField
            label={t(`${act}.label`)}
            maxLength={WORDS_MAX}
            name="words"
            required={act !== "withdraw"}
            rows={5}
          />
        ) : null}
        {act === "decline" ? <DeclineFields locale={locale} /> : null}
      </MoveForm>
      {act === "ask" ? (
        <ReadyPhrases fieldId="field-act-words" locale={locale} names={["ask"]} />
      ) : null}
      {act === "decline" ? (
        <ReadyPhrases fieldId="field-act-words" locale={locale} names={["regret"]} />
      ) : null}
      {act === "answer" ? null : (
        <p className="mt-4">
          <a href={path(locale, `/interests/${interest.id}`)}>
            {getTranslator(locale, "ui")("cancel")}
          </a>
        </p>
      )}
    </Card>
  );
}

function wordsOf(act: Act, locale: Locale, actions: ActActions): Words {
  const t = getTranslator(locale, "interests");
  switch (act) {
    case "answer":
      return {
        title: t("answer.title"),
        consequence: "",
        confirm: t("answer.confirm"),
        action: actions.answer,
      };
    case "agreement":
    case "no-agreement":
      return {
        title: t(`talks.${act}`),
        consequence: t(`talks.${act}Consequence`),
        confirm: t(`talks.${act}`),
        action: actions.conclude,
      };
    case "in-talks":
    case "review": {
      const title = act === "review" ? t("review.button") : t("talks.in-talks");
      const action = act === "review" ? actions.review : actions.conclude;
      return { title, consequence: "", confirm: title, action };
    }
    default:
      return {
        title: t(`${act}.button`),
        consequence: t(`${act}.consequence`),
        confirm: t(`${act}.confirm`),
        action: actions[act],
        variant: act === "decline" || act === "withdraw" ? "danger" : "primary",
      };
  }
}
