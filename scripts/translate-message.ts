import { transaction } from "@/db/client";
import { AppError } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { chosenProvider, translateByProvider } from "@/lib/core/i18n/machine-translation";
import { optionalParagraph } from "@/lib/core/text/fields";
import { keepTranslation } from "@/lib/rooms/machine.mutations";
import { readOrder } from "@/lib/rooms/machine.queries";
import { ROOM_MAX } from "@/lib/rooms/room-limits";

/** A translation may be longer than what it was made of. */
const RETURNED = optionalParagraph(ROOM_MAX.words * 3);

/**
 * The worker sends a message that somebody asked for, outside any transaction, and keeps what comes back as a machine's words, or that
 * it failed. Nothing is sent, or kept, once somebody has taken their yes back.
 */
export async function translateMessage(order: {
  messageId: string;
  locale: Locale;
}): Promise<void> {
  const found = await readOrder(order);
  const provider = chosenProvider();
  if (!found) return;
  const request = { texts: [found.words], from: "auto", to: order.locale } as const;
  const made = provider && (await translateByProvider(provider, request));
  const read = RETURNED.safeParse(made?.[0] ?? "");
  const words = read.success && read.data !== "" ? read.data : null;
  try {
    await transaction((tx) => keepTranslation(tx, { ...order, roomId: found.roomId, words }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
