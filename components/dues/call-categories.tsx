import { referenceLabel } from "@/db/reference/lists";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { conjunctionOf } from "@/lib/core/i18n/word-list";
import { formatAmount } from "@/lib/dues/amounts";
import type { CategoryFee, Undrawn } from "@/lib/dues/queries";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";

/** Of many, the first few names are enough to find them by. */
const NAMED = 5;

type CallCategoriesProps = {
  year: number;
  fees: CategoryFee[];
  /** People called at one press. */
  most: number;
  undrawn: Undrawn;
  action: FormAction;
  locale: Locale;
};

/** One button a category that has a fee and people without a call. */
export function CallCategories({ year, fees, most, undrawn, action, locale }: CallCategoriesProps) {
  const t = getTranslator(locale, "dues");
  const priced = fees.filter(({ amountCents }) => amountCents !== null);
  const { names } = undrawn;
  const rest = names.length - NAMED;
  const named = rest > 0 ? [...names.slice(0, NAMED), t("batch.more", { count: rest })] : names;
  const open = priced.filter(({ uncalled }) => uncalled > 0);
  if (priced.length === 0) return <p className="text-muted">{t("batch.noFee")}</p>;
  if (open.length === 0) return <p className="text-muted">{t("batch.none")}</p>;
  return (
    <div className="space-y-5">
      <p className="max-w-measure text-muted">{t("batch.lead", { most })}</p>
      {names.length > 0 ? (
        <Notice tone="warning">
          {t("batch.missing", {
            characters: undrawn.characters.join(" "),
            names: conjunctionOf(named, locale),
          })}
        </Notice>
      ) : null}
      <ul className="divide-y divide-hairline border-hairline border-y">
        {open.map(({ category, amountCents, uncalled }) => (
          <li
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
            key={category}
          >
            <span>
              {t("batch.row", {
                category: referenceLabel("membershipCategories", category, locale),
                amount: formatAmount(amountCents ?? 0, locale),
              })}
            </span>
            <MoveForm
              action={action}
              hidden={{ year: String(year), category }}
              label={t("batch.submit", { count: Math.min(uncalled, most) })}
              locale={locale}
              scope={`call-${category}`}
              size="small"
              variant="secondary"
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
