import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { latinAddress } from "@/lib/search/latin-address";

/**
 * The address a name gives: the French or English name if there is one, else the Chinese one as pinyin;
 * `"organisation"` when nothing readable is left.
 */
export function slugOfName(name: LocalizedText): string {
  return latinAddress(name.fr ?? name.en ?? name.zh ?? "") || "organisation";
}
