import type { Transaction } from "@/db/client";
import type { ProjectContent, ProjectText } from "../project-content";
import { tellOfOffer } from "./offer-mail";
import { listNewlyOnline } from "./published.queries";

type Published = Pick<ProjectContent, ProjectText | "provenance" | "originalLocale"> & {
  id: string;
  slug: string;
};

/**
 * Mails each author whose accepted translation comes online with this content for the first time, once a language.
 * To be called before the version that goes online is kept.
 */
export async function tellTranslators(tx: Transaction, project: Published): Promise<void> {
  const online = await listNewlyOnline(tx, project.id, project);
  const keyOf = ({ accountId, locale }: (typeof online)[number]) => `${accountId} ${locale}`;
  for (const key of new Set(online.map(keyOf))) {
    const offers = online.filter((one) => keyOf(one) === key);
    const [first] = offers;
    if (!first) continue;
    await tellOfOffer(tx, project, {
      kind: "translationPublished",
      accountId: first.accountId,
      locale: first.accountLocale,
      to: first.locale,
      fields: offers.map(({ field }) => field),
      place: `/projects/${project.slug}`,
    });
  }
}
