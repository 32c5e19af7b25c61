import type { OwnRequest } from "@/lib/affiliations/requests.queries";
import { AFFILIATION_MAX } from "@/lib/affiliations/words-limit";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { KeyedForm } from "../ui/keyed-form";
import { MoveForm } from "../ui/move-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type JoinPanelProps = {
  organisationId: string;
  /** What the organisation is called. */
  organisation: string;
  locale: Locale;
  request: OwnRequest | null;
  /** Whether its managers have invited the viewer, who then need not ask them. */
  isInvited: boolean;
  isManaged: boolean;
  /** Whether the viewer belongs to the organisation: then there is only the claim. */
  isPerson: boolean;
  actions: Record<"request" | "withdraw", FormAction>;
};

/** The way in: answer an invitation, ask to join, claim what nobody manages, or take back what was asked. */
export function JoinPanel(props: JoinPanelProps) {
  const { organisationId, organisation, locale, request, isManaged, isPerson, actions } = props;
  const t = getTranslator(locale, "affiliations");
  if (props.isInvited) {
    return (
      <Panel title={t("invitation.title")}>
        <MoveForm
          action={actions.request}
          hidden={{ organisationId, kind: "join" }}
          label={t("invitation.accept", { organisation })}
          locale={locale}
          scope="join"
        />
      </Panel>
    );
  }
  if (request) {
    return (
      <Panel title={t("asked.title")}>
        <p>{t(`asked.${request.kind}`, { date: formatDay(request.createdAt, locale) })}</p>
        <p className="text-pretty text-secondary">
          {t(isManaged ? "asked.managers" : "asked.team")}
        </p>
        <MoveForm
          action={actions.withdraw}
          hidden={{ requestId: request.id }}
          label={t("asked.withdraw")}
          locale={locale}
          scope="withdraw-request"
          variant="secondary"
        />
      </Panel>
    );
  }
  const isChoice = !isManaged && !isPerson;
  const kind = isPerson ? "claim" : "join";
  const about = isManaged ? t("join.managed") : t("join.unmanaged");
  return (
    <Panel title={isPerson ? t("vacant.title") : t("join.title")}>
      <p className="text-pretty text-secondary">{isPerson ? t("vacant.text") : about}</p>
      <KeyedForm
        action={actions.request}
        hidden={{ organisationId, ...(isChoice ? {} : { kind }) }}
        locale={locale}
        scope="join"
      >
        {isChoice ? (
          <RadioGroup
            defaultValue="join"
            legend={t("join.kind")}
            name="kind"
            options={(["join", "claim"] as const).map((value) => ({
              value,
              label: t(`join.kinds.${value}.label`),
              hint: t(`join.kinds.${value}.hint`),
            }))}
            required
          />
        ) : null}
        <TextField
          hint={t("join.wordsHint")}
          label={t("join.words")}
          maxLength={AFFILIATION_MAX.words}
          name="words"
          rows={3}
        />
        <SubmitButton>{isPerson ? t("join.claim") : t("join.submit")}</SubmitButton>
      </KeyedForm>
    </Panel>
  );
}

function Panel({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Card as="section" className="no-print space-y-4" labelledBy="join">
      <h2 className="font-semibold text-lg" id="join">
        {title}
      </h2>
      {children}
    </Card>
  );
}
