import { z } from "zod";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choice, optionalChoice, rowId, rowVersion } from "@/lib/core/text/fields";
import { IMPORT_FIELDS, type ImportField } from "./column-words";
import { IMPORT_MOST } from "./import-file";
import { IMPORT_ACTS } from "./plan";
import { personInput } from "./schema";
import { DATE_ORDERS } from "./written-days";

const key = { importId: rowId, version: rowVersion };

/** Which import, as its form knew it. */
export const importInput = z.strictObject(key);

const column = z
  .string()
  .regex(/^\d{0,3}$/)
  .transform((text) => (text === "" ? undefined : Number(text)));

const columns = z
  .strictObject(
    Object.fromEntries(IMPORT_FIELDS.map((field) => [field, column.optional()])) as Record<
      ImportField,
      z.ZodOptional<typeof column>
    >,
  )
  .transform(
    (chosen) =>
      Object.fromEntries(Object.entries(chosen).filter(([, at]) => at !== undefined)) as Partial<
        Record<ImportField, number>
      >,
  );

/** What the columns of a file bring, how its dates are written, and the language of whoever says none. */
export const mapImportInput = z.strictObject({
  ...key,
  columns,
  locale: choice(LOCALES),
  dateOrder: optionalChoice(DATE_ORDERS),
});

/** Cells by `<row>:<column>`; with `leaveOut` the rows at fault are left out instead. */
export const mendImportInput = z.strictObject({
  ...key,
  cells: z
    .record(z.string().regex(/^\d{1,6}:\d{1,3}$/), z.string().max(IMPORT_MOST.cell))
    .default({}),
  leaveOut: z.literal("yes").optional(),
});

/** What becomes of rows whose people the club seems to know. */
export const chooseRowsInput = z.strictObject({
  ...key,
  choices: z.record(z.string().regex(/^\d{1,6}$/), choice(IMPORT_ACTS)).default({}),
});

const byHand = personInput({ joinedOn: "day-first", duesPaidUntil: "day-first" }, "fr");

/** One person by hand, as a row would bring them. `isAnother`: the club team has seen that one of this name is there. */
export const addPersonInput = z
  .looseObject({ isAnother: z.literal("yes").optional() })
  .transform(({ isAnother, ...row }, context) => {
    const read = byHand.safeParse(row);
    if (read.success) return { person: read.data, isAnother: isAnother === "yes" };
    for (const issue of read.error.issues) {
      const { path, message } = issue;
      const params = issue.code === "custom" ? issue.params : {};
      context.addIssue({ code: "custom", path, message, params });
    }
    return z.NEVER;
  });
