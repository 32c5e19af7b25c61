import type { Locale } from "@/lib/core/i18n/locales";
import type { Weighed } from "@/lib/matching/matching-score";
import { type ReasonSide, reasonWords } from "@/lib/matching/reason-words";
import { Icon } from "../ui/icon";

type ReasonListProps = {
  label: string;
  reasons: readonly Weighed[];
  side: ReasonSide;
  locale: Locale;
};

/** So many reasons are told, the weightiest first. */
const SHOWN = 4;

/** Why something is suggested, one sentence a reason. */
export function ReasonList({ label, reasons, side, locale }: ReasonListProps) {
  return (
    <div className="mt-4 rounded-sm bg-selected px-4 py-3">
      <p className="font-semibold text-sm">{label}</p>
      <ul className="mt-1 space-y-1 text-sm">
        {reasons.slice(0, SHOWN).map(({ reason }) => {
          const { text, quoted } = reasonWords(reason, side, locale);
          return (
            <li className="flex gap-2" key={reason.kind}>
              <Icon className="mt-[0.2em] size-4 text-success" name="check" />
              <span className="min-w-0">
                {text}
                {quoted ? ` ${quoted}` : null}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
