import "server-only";
import { query } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { CheckedRows } from "./check-rows";
import { isEnough } from "./columns";
import { indexPeople, type KnownPerson } from "./duplicates";
import { listFillable } from "./fillable.queries";
import { fillsAnything } from "./filling";
import { listKnownPeople } from "./known.queries";
import { type PlannedRow, planRows } from "./plan";
import { canBringIn } from "./policy";
import type { Import } from "./queries";
import { checkSheet } from "./sheet";

export type CheckedImport = {
  /** Those that nobody has left out. */
  faults: CheckedRows["faults"];
  dateOrders: CheckedRows["dateOrders"];
  /** Of those the club knows, `join` are filled in and `same` have nothing that is empty. */
  counts: Record<"new" | "join" | "same" | "skip" | "faulty", number>;
  /** Rows whose person the club seems to know, with who that is. */
  duplicates: (PlannedRow & { known: KnownPerson })[];
};

/** What an import would do now, compared with the club; null while its columns do not say who it is about. */
export async function checkImport(viewer: Viewer, it: Import): Promise<CheckedImport | null> {
  if (!canBringIn(viewer) || !isEnough(it.mapping)) return null;
  const { choices } = it;
  const { people, faults, dateOrders } = checkSheet(it);
  const known = await query(listKnownPeople);
  const planned = planRows(people, indexPeople(known), choices);
  const open = faults.filter(({ row }) => choices[row] !== "skip");
  const faulty = new Set(open.map(({ row }) => row)).size;
  const counts = { new: 0, join: 0, same: 0, skip: 0, faulty };
  const joined = planned.filter(({ act }) => act === "join");
  const fillable = await query((db) => listFillable(db, joined.map(knownTo)));
  for (const one of planned) {
    const member = one.act === "join" ? fillable.get(knownTo(one)) : null;
    const isSame = one.act === "join" && !(member && fillsAnything(member, one.person));
    counts[isSame ? "same" : one.act]++;
  }
  counts.skip += new Set(faults.map(({ row }) => row)).size - counts.faulty;
  const byId = new Map(known.map((one) => [one.id, one]));
  const duplicates = planned.flatMap((one) => {
    const twin = byId.get(knownTo(one));
    return twin ? [{ ...one, known: twin }] : [];
  });
  return { faults: open, dateOrders, counts, duplicates };
}

/** The account that a row joins. */
const knownTo = ({ duplicate }: PlannedRow) => (duplicate.kind === "none" ? "" : duplicate.id);
