import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";

type TwoAnswersProps = {
  actions: Record<"accept" | "decline", FormAction>;
  hidden: Record<string, string>;
  locale: Locale;
  words: Record<"accept" | "decline" | "declineText" | "declineConfirm", string>;
};

/** To say yes at once, or no after reading what follows from it. */
export function TwoAnswers({ actions, hidden, locale, words }: TwoAnswersProps) {
  return (
    <div className="flex flex-wrap items-start gap-3">
      <MoveForm
        action={actions.accept}
        hidden={hidden}
        label={words.accept}
        locale={locale}
        scope="accept"
      />
      <GraveMove consequence={words.declineText} label={words.decline}>
        <MoveForm
          action={actions.decline}
          hidden={hidden}
          label={words.declineConfirm}
          locale={locale}
          scope="decline"
          variant="danger"
        />
      </GraveMove>
    </div>
  );
}
