import { z } from "zod";
import type { StoredSource } from "@/db/stored";
import { isDay, today } from "@/lib/core/dates";
import { code } from "@/lib/core/errors";
import { line } from "@/lib/core/text/fields";
import { readWebsite } from "@/lib/core/text/website";
import { partName, SOURCE_PARTS, SOURCES_MAX } from "./source-rows";

const title = line(200);

/**
 * The sources that a form sends, row by row; one that nobody has read yet has no day. Faults stand on the part: `required`, `tooLong`, `notAWebAddress`, `notADate`,
 * `openedLater`.
 */
export const sourcesInput = z
  .record(z.string(), z.string())
  .default({})
  .transform((sent, context) => {
    const refuse = (message: string, at: string, params = {}) =>
      context.addIssue({ code: "custom", message, path: [at], params });
    const rows = Array.from({ length: SOURCES_MAX }, (_, index) => {
      const row = index + 1;
      const [named = "", address = "", opened = ""] = SOURCE_PARTS.map((part) =>
        sent[partName(part, row)]?.trim(),
      );
      if (!named && !address && !opened) return null;
      const read = title.safeParse(named);
      const url = readWebsite(address);
      const [fault] = read.error?.issues ?? [];
      if (fault)
        refuse(fault.message, partName("title", row), fault.code === "custom" ? fault.params : {});
      if (!url) refuse(code(address ? "notAWebAddress" : "required"), partName("url", row));
      if (opened !== "" && !isDay(opened)) refuse(code("notADate"), partName("opened", row));
      else if (opened > today()) refuse(code("openedLater"), partName("opened", row));
      return { title: read.data ?? "", url: url ?? "", opened };
    });
    return rows.filter((row): row is StoredSource => row !== null);
  });
