import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import type { MachineWords } from "@/lib/core/i18n/machine-view";
import { getTranslator } from "@/lib/core/i18n/translator";
import { MOST_ORDERED } from "@/lib/interests/interest-limits";
import { areBothWilling } from "@/lib/interests/policy";
import type { InterestPage } from "@/lib/interests/queries";
import { MachinePanel } from "../ui/machine-panel";
import { MoveForm } from "../ui/move-form";
import { ReloadLink } from "../ui/reload-link";

type InterestMachineProps = {
  interest: InterestPage;
  /** How the service is called; null without one. */
  provider: string | null;
  /** What was asked for by now. */
  made: ReadonlyMap<string, MachineWords>;
  /** The pieces of the other's that seem foreign to the reader. */
  foreign: readonly string[];
  locale: Locale;
  choose: FormAction;
  order: FormAction;
};

/** Whether a machine may translate what the two write, who said yes, and the button that asks for what the other wrote. */
export function InterestMachine(props: InterestMachineProps) {
  const { interest, provider, made, foreign, locale, choose, order } = props;
  const t = getTranslator(locale, "machine");
  const { id: interestId, party, senderMachineAt, receiverMachineAt } = interest;
  const isSender = party === "sender";
  const [own, other] = isSender
    ? [senderMachineAt, receiverMachineAt]
    : [receiverMachineAt, senderMachineAt];
  if (!provider && !own) return null;
  const isOn = provider !== null && areBothWilling(interest);
  const who = own && other ? "both" : own ? "mine" : other ? "theirs" : "none";
  const wanted = foreign.filter((piece) => (made.get(piece)?.state ?? "failed") === "failed");
  const isAll = wanted.length <= MOST_ORDERED;
  return (
    <div className="mt-10 space-y-4">
      <MachinePanel
        action={choose}
        hidden={{ interestId }}
        isAllowed={own !== null}
        isOn={isOn}
        locale={locale}
        texts={[
          t("interest.text", { provider: provider ?? "none" }),
          t("interest.standing", { who }),
        ]}
      />
      {isOn && wanted.length > 0 ? (
        <MoveForm
          action={order}
          className="no-print space-y-3"
          hidden={{ interestId, locale }}
          label={isAll ? t("interest.order") : t("interest.orderLast", { most: MOST_ORDERED })}
          locale={locale}
          scope="translate"
          variant="secondary"
        />
      ) : null}
      <ReloadLink href={`/interests/${interestId}`} locale={locale} made={made.values()} />
    </div>
  );
}
