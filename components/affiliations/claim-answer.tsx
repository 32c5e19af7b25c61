import type { Claim } from "@/lib/affiliations/requests.queries";
import { AFFILIATION_MAX } from "@/lib/affiliations/words-limit";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { shownName } from "@/lib/members/member-card";
import { MoveForm } from "../ui/move-form";
import { TextField } from "../ui/text-field";

type ClaimAnswerProps = {
  claim: Claim;
  locale: Locale;
  actions: Record<"accept" | "decline", FormAction>;
};

/** Yes, with what follows from it; or no, with the words that the asker will read. */
export function ClaimAnswer({ claim, locale, actions }: ClaimAnswerProps) {
  const t = getTranslator(locale, "affiliations");
  const name = shownName(claim.owner, locale).text;
  const hidden = { requestId: claim.id };
  return (
    <div className="space-y-6">
      <div className="space-y-3">
        <p>
          {claim.kind === "claim"
            ? t("claims.acceptClaim", { name })
            : t("claims.acceptJoin", { name })}
        </p>
        <MoveForm
          action={actions.accept}
          hidden={hidden}
          label={t("claims.accept")}
          locale={locale}
          scope="accept"
        />
      </div>
      <div className="space-y-3 border-hairline border-t pt-6">
        <MoveForm
          action={actions.decline}
          hidden={hidden}
          label={t("claims.declineConfirm")}
          locale={locale}
          scope="decline"
          variant="danger"
        >
          <TextField
            hint={t("claims.wordsHint", { name, language: claim.owner.locale })}
            label={t("claims.reason")}
            maxLength={AFFILIATION_MAX.words}
            name="words"
            required
            rows={3}
          />
        </MoveForm>
      </div>
    </div>
  );
}
