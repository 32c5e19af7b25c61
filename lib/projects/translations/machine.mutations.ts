import "server-only";
import { type Transaction, transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { chosenProvider, translateByProvider } from "@/lib/core/i18n/machine-translation";
import { byMachine } from "@/lib/core/i18n/provenance";
import { countGraphemes } from "@/lib/core/text/fields";
import { ownsEntry } from "@/lib/entries/policy";
import { PROJECT, type ProjectText } from "../project";
import { lockSheet } from "./locked.queries";
import { canSaveTranslation } from "./policy";
import { putTranslations } from "./put-translations";
import { isTranslatableInto, sheetFingerprint, translatableTexts } from "./sheet";
import { translationEvent } from "./translation-event";

type Target = { projectId: string; locale: Locale; fingerprint: string };

export type MachineOrder = Target & { slug: string; from: Locale; texts: [ProjectText, string][] };

/**
 * Notes that the owner sends the texts without a translation to the chosen provider, and gives what is to be sent.
 * Throws `notFound` (also when no provider is chosen), `conflict`, `editBeingRead`, `moveNotAllowed`,
 * `nothingToTranslate`.
 */
export async function orderMachineTranslation(
  tx: Transaction,
  viewer: Viewer,
  input: Target,
): Promise<MachineOrder> {
  const { facts, current } = await lockSheet(tx, viewer, input.projectId);
  authorize(ownsEntry(viewer, facts) && chosenProvider() !== null);
  authorize(facts.revision !== "submitted", "editBeingRead");
  authorize(canSaveTranslation(viewer, facts), "moveNotAllowed");
  authorize(isTranslatableInto(current, input.locale), "conflict");
  authorize(sheetFingerprint(current, input.locale) === input.fingerprint, "conflict");
  const from = current.originalLocale;
  const missing = translatableTexts(current).filter((field) => !current[field][input.locale]);
  authorize(missing.length > 0, "nothingToTranslate");
  const { id, slug } = facts;
  const { locale } = input;
  await record(tx, viewer, translationEvent("translation.machine-asked", { id, locale }));
  const texts = missing.map((field): [ProjectText, string] => [field, current[field][from] ?? ""]);
  return { ...input, slug, from, texts };
}

/**
 * Calls the provider, outside any transaction, and keeps what comes back as a machine's words that nobody has reviewed;
 * a text that came back empty or too long is left out. Throws `machineFailed`, and as `saveTranslations`.
 */
export async function runMachineTranslation(viewer: Viewer, order: MachineOrder): Promise<void> {
  const { projectId, locale, from, fingerprint } = order;
  const provider = chosenProvider();
  const texts = order.texts.map(([, text]) => text);
  const made = provider && (await translateByProvider(provider, { texts, from, to: locale }));
  if (!made) throw new AppError("machineFailed");
  const fitting = order.texts.flatMap(([field], index) => {
    const text = made[index]?.normalize("NFC").trim() ?? "";
    const line = field === "title" ? text.replace(/\s+/g, " ") : text;
    const fits = line !== "" && line.isWellFormed() && countGraphemes(line) <= PROJECT[field].most;
    return fits && !line.includes("\0") ? [[field, line] as const] : [];
  });
  if (fitting.length === 0) throw new AppError("machineFailed");
  await transaction(async (tx) => {
    const sheet = await lockSheet(tx, viewer, projectId);
    authorize(ownsEntry(viewer, sheet.facts));
    authorize(sheetFingerprint(sheet.current, locale) === fingerprint, "conflict");
    const words = Object.fromEntries(fitting);
    const stamp = byMachine(viewer);
    await putTranslations(tx, viewer, sheet, { locale, words, stamp, isTyped: false });
    const { id } = sheet.facts;
    for (const [field] of fitting) {
      const event = translationEvent("translation.machine-made", { id, locale, field });
      await record(tx, viewer, event);
    }
  });
}
