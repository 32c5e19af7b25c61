import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { MoveForm } from "./move-form";

type MachinePanelProps = {
  /** Where something may be translated by now. */
  isOn: boolean;
  /** What it takes, to whom words are sent, and who has said yes. */
  texts: readonly string[];
  /** The reader's own yes, which the button gives or takes back. */
  isAllowed: boolean;
  action: FormAction;
  /** What it is about. */
  hidden: Record<string, string>;
  locale: Locale;
};

/** Whether a machine may translate what is private, folded away, with the reader's part in it. */
export function MachinePanel(props: MachinePanelProps) {
  const { isOn, texts, isAllowed, action, hidden, locale } = props;
  const t = getTranslator(locale, "machine");
  return (
    <details className="no-print rounded-md border border-hairline px-4 py-2">
      <summary className="cursor-pointer py-1 font-semibold text-link pointer-coarse:py-2.5">
        {t("title", { state: isOn ? "open" : "closed" })}
      </summary>
      <div className="max-w-measure space-y-3 pt-1 pb-2">
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p className="text-muted text-sm">
          <a href={path(locale, "/privacy")}>{t("privacy")}</a>
        </p>
        <MoveForm
          action={action}
          hidden={{ ...hidden, ...(isAllowed ? {} : { isAllowed: "on" }) }}
          label={t(isAllowed ? "stop" : "allow")}
          locale={locale}
          scope="machine"
          size="small"
          variant="secondary"
        />
      </div>
    </details>
  );
}
