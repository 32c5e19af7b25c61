import { fold } from "@/lib/core/text/fold";
import { nameKeys } from "@/lib/organisations/names";
import { searchWords } from "@/lib/search/search-words";
import { simplified } from "@/lib/search/simplified";
import type { ApplicationAnswers } from "./answers";

/**
 * By what the same person or organisation is found again in other applications: `number:732829320`,
 * `organisation:…` (each name without its legal form, in every script), `person:lin meihua` (in any order of the names).
 */
export function matchKeysOf(answers: ApplicationAnswers): string[] {
  const { familyName = "", givenName = "", nameZh = "", registrationId } = answers;
  const { legalName = "", chineseName = "" } = answers;
  const person = searchWords(fold(`${familyName} ${givenName}`))
    .sort()
    .join(" ");
  const han = simplified(nameZh).replace(/\s/gu, "");
  return [
    ...(registrationId ? [`number:${registrationId}`] : []),
    ...nameKeys([legalName, chineseName]).map((key) => `organisation:${key}`),
    ...(person ? [`person:${person}`] : []),
    ...(han ? [`person:${han}`] : []),
  ];
}
