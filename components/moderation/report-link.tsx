import type { TakenDownType } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

type ReportLinkProps = {
  kind: TakenDownType;
  id: string;
  locale: Locale;
  /** The thing stands beside others. */
  isBeside?: boolean;
};

/** Below a thing, on its page or beside others, for whoever finds something wrong with it. */
export function ReportLink({ kind, id, locale, isBeside }: ReportLinkProps) {
  return (
    <p className={`no-print ${isBeside ? "mt-1" : "mt-12"}`}>
      <small>
        <a
          className="text-muted"
          href={path(locale, `/charter/report/${kind}/${id}`)}
          rel="nofollow"
        >
          {getTranslator(locale, "admin")("reports.link")}
        </a>
      </small>
    </p>
  );
}
