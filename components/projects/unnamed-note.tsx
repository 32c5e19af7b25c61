import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Field } from "@/lib/directory/crowd";
import type { Saying } from "@/lib/directory/crowd.queries";
import { choiceWords } from "@/lib/projects/choice-words";
import { Notice } from "../ui/notice";

type UnnamedNoteProps = {
  chosen: Field;
  saying: Saying;
  /** Whether the name is shown to no one, to members alone, or is still to be decided on. */
  when: "contacts" | "members" | "choice";
  locale: Locale;
};

type Part = { list: "sectors" | "cities"; own: string[]; shown: string[] };

/** For the owner, before others read it: what is shown of them without their name, what is not, and why. */
export function UnnamedNote({ chosen, saying, when, locale }: UnnamedNoteProps) {
  const t = getTranslator(locale, "projects");
  const { said, least } = saying;
  const parts: Part[] = [
    { list: "sectors", own: [...chosen.sectors], shown: said.sectors },
    { list: "cities", own: [...chosen.cities], shown: said.places },
  ];
  const told = parts.filter(({ own }) => own.length > 0);
  const isKept = told.every(({ own, shown }) => own.join() === shown.join());
  return (
    <Notice title={t(`unnamed.${when}`)}>
      <ul className="list-disc space-y-1 pl-5">
        <li>{t("unnamed.owner")}</li>
        {told.map(({ list, own, shown }) => {
          const isSame = own.join() === shown.join();
          const sentence = isSame ? "same" : shown.length > 0 ? "coarser" : "left";
          const words = {
            shown: choiceWords(list, shown, locale),
            chosen: choiceWords(list, own, locale),
          };
          return <li key={list}>{t(`unnamed.${sentence}`, words)}</li>;
        })}
      </ul>
      {isKept ? null : <p className="mt-2">{t("unnamed.why", { least })}</p>}
      <p className="mt-2">{t("unnamed.texts")}</p>
    </Notice>
  );
}
