import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import type { OrganisationName } from "@/lib/organisations/organisation-name";
import { WholeWords } from "../ui/whole-words";

/** A name in the reader's script, with its other script lighter beside it. */
export function OrganisationTitle({ name }: { name: OrganisationName }) {
  const { text, lang, other } = name;
  return (
    <>
      <span className="mr-2" dir="auto" lang={LANGUAGE_TAG[lang]}>
        <WholeWords words={text} />
      </span>
      {other ? (
        <span className="inline-block font-normal text-muted" lang={LANGUAGE_TAG[other.lang]}>
          {other.text}
        </span>
      ) : null}
    </>
  );
}
