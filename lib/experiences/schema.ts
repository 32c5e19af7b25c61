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
import { placeTarget, saveInput, sectionInput } from "@/lib/entries/entry-input";
import { keyed } from "@/lib/entries/life-acts";
import { isChosen, isFilled } from "@/lib/entries/missing-fields";
import { EXPERIENCE, EXPERIENCES, listWrong } from "./experience";
import { OPINION_LENGTH } from "./opinions.policy";

const essentials = sectionInput(EXPERIENCE, "essentials");

/** One section of the editor, as its form sends it. */
export const saveExperienceInput = saveInput(EXPERIENCES);

/** What it is about, each by its address. */
const address = optionalChoice(isSlug);
const links = z
  .strictObject({ project: address, activity: address, organisation: address })
  .prefault({});

const readers = sectionInput(EXPERIENCE, "readers");

/**
 * The two-minute form: texts in the one language it is written in, handed in at once or kept as a draft. Faults beside those
 * of the fields: `required`, `notChosen`, `endsBeforeStart`; of a draft only a title is asked.
 */
export const shareExperienceInput = z
  .strictObject({
    intent: choice(["submit", "keep"]).default("submit"),
    ...essentials,
    isTeased: readers.isTeased,
    links,
    title: optionalLine(EXPERIENCE.title.most),
    story: optionalParagraph(EXPERIENCE.story.most),
    advice: optionalParagraph(EXPERIENCE.advice.most),
    agreed: ticked,
  })
  .superRefine(({ intent, ...sent }, context) => {
    const needed = ["title", "topics", "story", "advice"] as const;
    for (const name of intent === "keep" ? needed.slice(0, 1) : needed) {
      if (sent[name] === undefined || isFilled(sent[name])) continue;
      const message: ErrorCode = isChosen(EXPERIENCE[name].kind) ? "notChosen" : "required";
      context.addIssue({ code: "custom", message, path: [name] });
    }
  }, onceRight())
  .superRefine(
    ({ intent, fromYear, toYear }, context) => {
      for (const { field, code } of intent === "keep" ? [] : listWrong({ fromYear, toYear })) {
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

export const settleExperienceInput = keyed(EXPERIENCES, { ...placeTarget, ...readers, links });

export const endorseInput = z.strictObject({
  experienceId: rowId,
  locale: choice(LOCALES),
  words: atLeast(OPINION_LENGTH.least, paragraph(OPINION_LENGTH.most)),
});

export const contradictInput = endorseInput.extend({ sinceYear: year(EXPERIENCE.fromYear.first) });

export const opinionInput = z.strictObject({ opinionId: rowId });

export const confirmInput = z.strictObject({ id: rowId, version: rowVersion });
