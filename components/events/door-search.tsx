import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { WordSearch } from "../ui/word-search";
import { DoorFilter } from "./door-filter";

type DoorSearchProps = {
  /** The page of the door, without language. */
  to: string;
  /** What holds the rows to tick. */
  rows: string;
  q: string;
  /** How many parties are called so, where something was typed. */
  found: number | null;
  /** All that are expected stand on this page. */
  isWhole: boolean;
  locale: Locale;
};

/** Looks for somebody in a door's list: on all its pages when it is sent, in the rows of this one as it is typed. */
export function DoorSearch({ to, rows, q, found, isWhole, locale }: DoorSearchProps) {
  const t = getTranslator(locale, "events");
  return (
    <DoorFilter
      copy={t("door.shown", { count: "#" })}
      isWhole={isWhole}
      rows={rows}
      saveFirst={t("door.saveFirst")}
    >
      <WordSearch
        action={path(locale, to)}
        all={t("door.list")}
        apply={t("door.find")}
        className=""
        found={found === null ? null : t("door.found", { count: found })}
        label={t("door.search")}
        q={q}
      />
    </DoorFilter>
  );
}
