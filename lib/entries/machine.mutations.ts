import "server-only";
import { type Transaction, transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { chosenProvider, translateByProvider } from "@/lib/core/i18n/machine-translation";
import { byMachine } from "@/lib/core/i18n/provenance";
import { countGraphemes } from "@/lib/core/text/fields";
import { translationEvent } from "./entry-event";
import { lockSheet } from "./locked-sheet.queries";
import type { NounVerbs } from "./noun-verbs";
import { ownsEntry } from "./policy";
import { putTranslations } from "./put-translations";
import {
  isTranslatableInto,
  originalOf,
  sheetFingerprint,
  translatableTexts,
  wordsIn,
} from "./translation-sheet";
import { canSaveTranslation } from "./translations.policy";

type Target = { entryId: string; locale: Locale; fingerprint: string };

export type MachineOrder = Target & { slug: string; from: Locale; texts: [string, string][] };

/**
 * Notes that the owner sends the texts without a translation to the chosen provider, and gives what is to be sent.
 * Throws `notFound` (also when no provider is chosen), `conflict`, `editBeingRead`, `moveNotAllowed`,
 * `nothingToTranslate`.
 */
export async function orderMachineTranslation(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: Target,
): Promise<MachineOrder> {
  const { locale } = input;
  const { facts, current } = await lockSheet(tx, viewer, noun, input.entryId);
  authorize(ownsEntry(viewer, facts) && chosenProvider() !== null);
  authorize(facts.revision !== "submitted", "editBeingRead");
  authorize(canSaveTranslation(viewer, facts), "moveNotAllowed");
  authorize(isTranslatableInto(current, locale), "conflict");
  authorize(sheetFingerprint(noun.fields, current, locale) === input.fingerprint, "conflict");
  const texts = translatableTexts(noun.fields, current)
    .filter((field) => wordsIn(current, field, locale) === "")
    .map((field): [string, string] => [field, originalOf(current, field)]);
  authorize(texts.length > 0, "nothingToTranslate");
  await record(tx, viewer, translationEvent(facts, "machine-asked", { locale }));
  return { ...input, slug: facts.slug, from: current.originalLocale, texts };
}

/**
 * Calls the provider, outside any transaction, and keeps what comes back as a machine's words that nobody has reviewed;
 * a text that came back empty or too long is left out. Throws `machineFailed`, and as `saveTranslations`.
 */
export async function runMachineTranslation(
  viewer: Viewer,
  noun: NounVerbs,
  order: MachineOrder,
): Promise<void> {
  const { entryId, locale, from, fingerprint } = order;
  const provider = chosenProvider();
  const texts = order.texts.map(([, text]) => text);
  const made = provider && (await translateByProvider(provider, { texts, from, to: locale }));
  if (!made) throw new AppError("machineFailed");
  const fitting = order.texts.flatMap(([name], index) => {
    const field = noun.fields[name];
    if (field?.kind !== "text") return [];
    const text = made[index]?.normalize("NFC").trim() ?? "";
    const line = field.isLine ? text.replace(/\s+/g, " ") : text;
    const fits = line !== "" && line.isWellFormed() && countGraphemes(line) <= field.most;
    return fits && !line.includes("\0") ? [[name, line] as const] : [];
  });
  if (fitting.length === 0) throw new AppError("machineFailed");
  await transaction(async (tx) => {
    const sheet = await lockSheet(tx, viewer, noun, entryId);
    const { facts, current } = sheet;
    authorize(ownsEntry(viewer, facts));
    authorize(sheetFingerprint(noun.fields, current, locale) === fingerprint, "conflict");
    const words = Object.fromEntries(fitting);
    const put = { locale, words, stamp: byMachine(viewer), isTyped: false };
    await putTranslations(tx, viewer, sheet, put);
    for (const [field] of fitting) {
      await record(tx, viewer, translationEvent(facts, "machine-made", { locale, field }));
    }
  });
}
