import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

type MachinePanelProps = {
  /** Where something may be translated by now. */
  isOn: boolean;
  /** What it takes, to whom words are sent, and who has said yes. */
  texts: readonly string[];
  locale: Locale;
  /** What one can do about it. */
  children: ReactNode;
};

/** Whether a machine may translate what is private, folded away. */
export function MachinePanel({ isOn, texts, locale, children }: MachinePanelProps) {
  const t = getTranslator(locale, "machine");
  return (
    <details className="no-print rounded-md border border-hairline px-4 py-2">
      <summary className="min-h-9 cursor-pointer py-1 font-semibold text-link">
        {t("title", { state: isOn ? "open" : "closed" })}
      </summary>
      <div className="max-w-measure space-y-3 pt-1 pb-2">
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p className="text-muted text-sm">
          <a href={path(locale, "/privacy")}>{t("privacy")}</a>
        </p>
        {children}
      </div>
    </details>
  );
}
