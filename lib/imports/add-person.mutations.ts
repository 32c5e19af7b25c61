import "server-only";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { bringIn } from "./bring-in.mutations";
import { indexPeople } from "./duplicates";
import { importEvent } from "./import-event";
import { listKnownPeople } from "./known.queries";
import { planRows } from "./plan";
import { canBringIn } from "./policy";
import type { ImportedPerson } from "./schema";

/**
 * Brings one person in as a file's row would be. `isAnother`: somebody of this name is there, and this is somebody else.
 * Throws `notFound`, `importAddressKnown` on `email`, `importKnownPerson` on `isAnother`.
 */
export async function addPerson(
  tx: Transaction,
  viewer: Viewer,
  { person, isAnother }: { person: ImportedPerson; isAnother: boolean },
): Promise<void> {
  authorize(canBringIn(viewer));
  const known = indexPeople(await listKnownPeople(tx));
  const [planned] = planRows([{ row: 1, person }], known, { 1: "new" });
  if (!planned) return;
  const { duplicate } = planned;
  if (duplicate.kind === "exact") throw new AppError("importAddressKnown", { field: "email" });
  if (duplicate.kind === "likely" && !isAnother) {
    throw new AppError("importKnownPerson", { field: "isAnother" });
  }
  await bringIn(tx, viewer, [planned]);
  await record(tx, viewer, importEvent(viewer, "import.by-hand"));
}
