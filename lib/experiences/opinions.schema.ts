import { z } from "zod";
import type { ErrorCode } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choice, optionalYear, paragraph, rowId, rowVersion } from "@/lib/core/text/fields";
import { atLeast } from "@/lib/core/text/least-length";
import { EXPERIENCE } from "./experience";
import { OPINION_LENGTH } from "./opinions.policy";

const code = (value: ErrorCode) => value;

const said = {
  experienceId: rowId,
  locale: choice(LOCALES),
  words: atLeast(OPINION_LENGTH.least, paragraph(OPINION_LENGTH.most)),
};

export const endorseInput = z.strictObject(said);

export const contradictInput = z.strictObject({
  ...said,
  sinceYear: optionalYear(EXPERIENCE.fromYear.first).transform((year, context) => {
    if (year !== null) return year;
    context.addIssue({ code: "custom", message: code("required") });
    return z.NEVER;
  }),
});

export const opinionInput = z.strictObject({ opinionId: rowId });

export const confirmInput = z.strictObject({ id: rowId, version: rowVersion });
