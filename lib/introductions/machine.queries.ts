import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { query } from "@/db/client";
import { introductions, introductionTranslations } from "@/db/schema/introductions";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { MachineWords } from "@/lib/core/i18n/machine-view";
import { machineState } from "@/lib/core/i18n/machine-words";
import { isOwn } from "./sight.queries";

/** One translation of an introduction: whose and for a reader of which language. */
export type Order = { introductionId: string; readerId: string; locale: Locale };

/** Where the row is that of an order. */
export const isOf = ({ introductionId, readerId, locale }: Order) =>
  and(
    eq(introductionTranslations.introductionId, introductionId),
    eq(introductionTranslations.readerId, readerId),
    eq(introductionTranslations.locale, locale),
  );

/** What the viewer asked a machine to make of an introduction; null where they did not. */
export async function getTranslation(
  { memberId }: Viewer,
  introductionId: string,
  locale: Locale,
): Promise<MachineWords | null> {
  if (!memberId) return null;
  const { words, madeBy } = introductionTranslations;
  const [made] = await query((db) =>
    db
      .select({ words, madeBy, state: machineState(introductionTranslations) })
      .from(introductionTranslations)
      .where(isOf({ introductionId, readerId: memberId, locale })),
  );
  return made ?? null;
}

/** The words that are to be sent, as long as their author says yes, the reader may read them and waits; null otherwise. */
export async function readIntroductionOrder(order: Order): Promise<string | null> {
  const [row] = await query((db) =>
    db
      .select({ words: introductions.words })
      .from(introductionTranslations)
      .innerJoin(introductions, eq(introductions.id, introductionTranslations.introductionId))
      .where(
        and(
          isOf(order),
          isNull(introductionTranslations.words),
          isNotNull(introductions.machineAt),
          isOwn({ memberId: order.readerId }),
        ),
      ),
  );
  return row?.words ?? null;
}
