import type { Facts } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import { titleFact } from "@/lib/entries/entry-names";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import { pageOf } from "@/lib/entries/noun";
import { accountsOf, type Held } from "@/lib/entries/policy";
import { COOPERATIONS } from "./cooperation";

/** What the managers of its parties hear of an agreement, and of an edit of it. */
const NOTICES: NoticeTable<"keepers"> = {
  "cooperation.submitted": {},
  "cooperation.published": { keepers: "cooperationPublished" },
  "cooperation.changes-requested": { keepers: "cooperationChangesRequested" },
  "cooperation.refused": { keepers: "cooperationRefused" },
  "revision.published": { keepers: "revisionPublished" },
  "revision.changes-requested": { keepers: "revisionChangesRequested" },
  "revision.refused": { keepers: "revisionRefused" },
};

type Told = Pick<LockedEntry, "title" | "originalLocale" | "slug"> & Held;

/** Tells whoever keeps an agreement; what it opens is its page unless told otherwise (`to`). */
export const tellKeepers = ({ title, originalLocale, slug, ...facts }: Told, more?: Facts) =>
  tellBy(NOTICES, {
    people: { keepers: accountsOf(facts) },
    facts: {
      kind: COOPERATIONS.kind,
      title: titleFact(COOPERATIONS, title, originalLocale),
      to: pageOf({ entryKind: COOPERATIONS.kind, slug }),
      reason: "",
      words: "",
      ...more,
    },
  });
