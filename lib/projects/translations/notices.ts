import type { Fact } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import { type Told, type TranslationOnline, translationFacts } from "../notices";
import type { LockedOffer, Sheet } from "./locked.queries";

type Hearer = "owner" | "author";

/** Who hears what becomes of an offered translation; that it came online is told with the project. */
const NOTICES: NoticeTable<Hearer> = {
  "translation.offered": { owner: "translationOffered" },
  "translation.accepted": { author: "translationAccepted" },
  "translation.declined": { author: "translationDeclined" },
};

type Offered = Pick<TranslationOnline, "locale" | "fields"> & { person: Fact };

/** Tells the owner, once, of all that is new from one author. */
export const tellOfOffers = (project: Told, offered: Offered) =>
  tellBy(NOTICES, {
    people: { owner: { accountId: project.ownerAccountId } },
    facts: translationFacts(project, { ...offered, to: sheetPath(project, offered) }),
  });

type Answered = Pick<LockedOffer, "locale" | "authorId"> & Pick<TranslationOnline, "fields">;

/** Tells the author, once, what one act answered; it opens nothing where the project is not online. */
export function tellAuthor(
  project: Told & Pick<Sheet["facts"], "moderation" | "toldTitle" | "isHidden">,
  { authorId, locale, fields }: Answered,
  words = "",
) {
  const isOnline = project.moderation === "published" && !project.isHidden;
  const to = isOnline ? sheetPath(project, { locale }) : "";
  const told = { ...project, title: project.toldTitle };
  return tellBy(NOTICES, {
    people: { author: { accountId: authorId } },
    facts: translationFacts(told, { locale, fields, words, to }),
  });
}

const sheetPath = ({ slug }: { slug: string }, { locale }: { locale: string }) =>
  `/projects/${slug}/translate?to=${locale}`;
