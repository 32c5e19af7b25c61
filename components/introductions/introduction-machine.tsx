import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { type MachineWords, toMachineShown } from "@/lib/core/i18n/machine-view";
import { getTranslator } from "@/lib/core/i18n/translator";
import { seemsForeign } from "@/lib/core/text/foreign-words";
import type { IntroductionPage } from "@/lib/introductions/queries";
import { MachineMade } from "../ui/machine-made";
import { MachinePanel } from "../ui/machine-panel";
import { MoveForm } from "../ui/move-form";
import { ReloadLink } from "../ui/reload-link";

type IntroductionMachineProps = {
  introduction: IntroductionPage;
  /** How the service is called; null without one. */
  provider: string | null;
  /** What this reader asked for. */
  made: MachineWords | null;
  locale: Locale;
  actions: Record<"choose" | "translate" | "forget", FormAction>;
};

/** Whether a machine may translate the message, as its author says; and what it made for a reader who asked for it. */
export function IntroductionMachine(props: IntroductionMachineProps) {
  return props.introduction.isMine ? <OwnYes {...props} /> : <ReadersYes {...props} />;
}

function OwnYes({ introduction, provider, locale, actions }: IntroductionMachineProps) {
  const t = getTranslator(locale, "machine");
  const isAllowed = introduction.machineAt !== null;
  if (!provider && !isAllowed) return null;
  return (
    <MachinePanel
      action={actions.choose}
      hidden={{ introductionId: introduction.id }}
      isAllowed={isAllowed}
      isOn={provider !== null && isAllowed}
      locale={locale}
      texts={[
        t("introduction.mine", { provider: provider ?? "none" }),
        t(isAllowed ? "introduction.mineOn" : "introduction.mineOff"),
      ]}
    />
  );
}

function ReadersYes({ introduction, provider, made, locale, actions }: IntroductionMachineProps) {
  const t = getTranslator(locale, "machine");
  const { id: introductionId, words, locale: writtenIn, machineAt } = introduction;
  if (!made && !seemsForeign(words, writtenIn, locale)) return null;
  const isPossible = provider !== null && machineAt !== null;
  const hidden = { introductionId, locale };
  return (
    <div className="max-w-measure space-y-3">
      {made ? <MachineMade machine={toMachineShown(made, locale)} /> : null}
      {made ? (
        <ReloadLink href={`/introductions/${introductionId}`} locale={locale} made={[made]} />
      ) : (
        <p className="text-muted text-sm">
          {provider === null
            ? t("introduction.none")
            : isPossible
              ? t("introduction.theirs", { provider })
              : t("introduction.unwilling")}
        </p>
      )}
      {isPossible && (!made || made.state === "failed") ? (
        <MoveForm
          action={actions.translate}
          hidden={hidden}
          label={t("order")}
          locale={locale}
          scope="translate"
          size="small"
          variant="secondary"
        />
      ) : null}
      {made ? (
        <MoveForm
          action={actions.forget}
          hidden={hidden}
          label={t("introduction.forget")}
          locale={locale}
          scope="forget"
          size="small"
          variant="quiet"
        />
      ) : null}
    </div>
  );
}
