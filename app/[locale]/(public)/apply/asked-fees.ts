import { ASKED_CATEGORIES } from "@/lib/applications/asked-choices";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { formatPrice } from "@/lib/dues/amounts";
import { readFees } from "@/lib/dues/queries";

/** What each category that one can ask for pays this year, so that nobody applies without knowing it; none where nothing is set. */
export async function readAskedFees(locale: Locale) {
  const [year = ""] = today().split("-");
  const cents = await readFees(Number(year));
  const fees = ASKED_CATEGORIES.flatMap((category) => {
    const set = cents[category];
    return set === undefined ? [] : [{ category, amount: formatPrice(set, locale) }];
  });
  return { year, fees };
}
