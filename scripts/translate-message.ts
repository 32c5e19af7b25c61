import { type Transaction, transaction } from "@/db/client";
import { AppError } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { chosenProvider, translateByProvider } from "@/lib/core/i18n/machine-translation";
import type { Tasks } from "@/lib/core/mail/queue-job";
import { optionalParagraph } from "@/lib/core/text/fields";
import { keepInterestTranslation } from "@/lib/interests/machine.mutations";
import { readInterestOrder } from "@/lib/interests/machine.queries";
import { keepIntroductionTranslation } from "@/lib/introductions/machine.mutations";
import { readIntroductionOrder } from "@/lib/introductions/machine.queries";
import { keepRoomTranslation } from "@/lib/rooms/machine.mutations";
import { readRoomOrder } from "@/lib/rooms/machine.queries";
import { ROOM_MAX } from "@/lib/rooms/room-limits";

/** A translation may be longer than what it was made of; nothing private is longer than a room's message. */
const RETURNED = optionalParagraph(ROOM_MAX.words * 3);

/** Where words come from that somebody asked for, and where what comes back is kept. */
type Thread<Order> = {
  read: (order: Order) => Promise<string | null>;
  keep: (tx: Transaction, answer: Order & { words: string | null }) => Promise<void>;
};

/** The worker translates a message of a room. */
export const translateMessage = (order: Tasks["translate-message"]) =>
  translate(order, { read: readRoomOrder, keep: keepRoomTranslation });

/** The worker translates what was written in an interest or an introduction. */
export const translateWords = (order: Tasks["translate-words"]) =>
  "interestId" in order
    ? translate(order, { read: readInterestOrder, keep: keepInterestTranslation })
    : translate(order, { read: readIntroductionOrder, keep: keepIntroductionTranslation });

/**
 * Sends what somebody asked for, outside any transaction, and keeps what comes back as a machine's words, or that it failed. Nothing
 * is sent, or kept, once somebody has taken their yes back.
 */
async function translate<Order extends { locale: Locale }>(
  order: Order,
  { read, keep }: Thread<Order>,
): Promise<void> {
  const found = await read(order);
  const provider = chosenProvider();
  if (found === null) return;
  const request = { texts: [found], from: "auto", to: order.locale } as const;
  const made = provider && (await translateByProvider(provider, request));
  const returned = RETURNED.safeParse(made?.[0] ?? "");
  const words = returned.success && returned.data !== "" ? returned.data : null;
  try {
    await transaction((tx) => keep(tx, { ...order, words }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
