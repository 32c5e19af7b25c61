import { z } from "zod";
import type { ErrorCode } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  onceRight,
  optionalChoice,
  optionalLine,
  optionalParagraph,
  paragraph,
  rowId,
  rowVersion,
  ticked,
  year,
} from "@/lib/core/text/fields";
import { atLeast } from "@/lib/core/text/least-length";
import { isSlug } from "@/lib/core/text/slug";
import {
  placeTarget,
  revisionVersionInput,
  saveInput,
  sectionInput,
} from "@/lib/entries/entry-input";
import { keyed } from "@/lib/entries/life-acts";
import { EXPERIENCE, EXPERIENCES, LINKED, type Linked, listWrong } from "./experience";
import { OPINION_LENGTH } from "./opinions.policy";

const essentials = sectionInput(EXPERIENCE, "essentials");

/** One section of the editor, as its form sends it. */
export const saveExperienceInput = saveInput(EXPERIENCES);

/** What it is about, each by its address. */
const links = z
  .strictObject(
    Object.fromEntries(LINKED.map((kind) => [kind, optionalChoice(isSlug)])) as Record<
      Linked,
      ReturnType<typeof optionalChoice<string>>
    >,
  )
  .prefault({});

const { story, advice, title } = EXPERIENCE;
const readers = sectionInput(EXPERIENCE, "readers");

/**
 * The two-minute form: texts in the one language it is written in, handed in at once or kept as a draft. Faults beside those
 * of the fields: `required`, `endsBeforeStart`; of a draft only a title is asked.
 */
export const shareExperienceInput = z
  .strictObject({
    intent: choice(["submit", "keep"]).default("submit"),
    ...essentials,
    isTeased: readers.isTeased,
    links,
    title: optionalLine(title.most),
    story: optionalParagraph(story.most),
    advice: optionalParagraph(advice.most),
    agreed: ticked,
  })
  .superRefine(({ intent, ...sent }, context) => {
    const needed = intent === "keep" ? ["title"] : ["title", "topics", "story", "advice"];
    for (const name of needed) {
      const value = (sent as Record<string, unknown>)[name];
      if (value === undefined || Object.keys(Object(value)).length > 0) continue;
      context.addIssue({ code: "custom", message: "required" satisfies ErrorCode, path: [name] });
    }
  }, onceRight())
  .superRefine(
    ({ intent, fromYear, toYear }, context) => {
      if (intent === "keep") return;
      for (const { field, code } of listWrong({ fromYear, toYear })) {
        context.addIssue({ code: "custom", message: code, path: [field] });
      }
    },
    onceRight("fromYear", "toYear"),
  )
  .transform(({ intent, agreed, links, ...content }) => {
    const written = (text: string) => (text ? { [content.originalLocale]: text } : {});
    return {
      ...{ isHandedIn: intent === "submit", agreed, links },
      content: {
        ...content,
        ownerLevel: EXPERIENCE.ownerLevel.unset,
        title: written(content.title),
        story: written(content.story),
        advice: written(content.advice),
      },
    };
  });

/** `agreed`: whom it names agree. */
export const submitExperienceInput = keyed(EXPERIENCES, { ...placeTarget, agreed: ticked });

export const submitEditInput = revisionVersionInput.extend({ agreed: ticked });

export const settleExperienceInput = keyed(EXPERIENCES, { ...placeTarget, ...readers, links });

const said = {
  experienceId: rowId,
  locale: choice(LOCALES),
  words: atLeast(OPINION_LENGTH.least, paragraph(OPINION_LENGTH.most)),
};

export const endorseInput = z.strictObject(said);

export const contradictInput = z.strictObject({
  ...said,
  sinceYear: year(EXPERIENCE.fromYear.first),
});

export const opinionInput = z.strictObject({ opinionId: rowId });

export const confirmInput = z.strictObject({ id: rowId, version: rowVersion });
