import type { ApplicationAnswers } from "./answers";
import { tidyOrganisation } from "./organisation-facts";

/** What one page of the form sends: empty texts, `null` and empty lists stand for no answer. */
export type SentAnswers = {
  [Field in keyof ApplicationAnswers]?: ApplicationAnswers[Field] | null;
};

const isAnswered = (value: unknown) =>
  value !== null && value !== undefined && value !== "" && Object.keys(value).length > 0;

/** The answers after a page was saved: its own replaced, the others as they were, none of them empty. */
export function mergeAnswers(before: ApplicationAnswers, sent: SentAnswers): ApplicationAnswers {
  const all = Object.entries({ ...before, ...sent }).filter(([, value]) => isAnswered(value));
  return tidyOrganisation(Object.fromEntries(all) as ApplicationAnswers);
}
