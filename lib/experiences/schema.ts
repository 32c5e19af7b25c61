import { z } from "zod";
import type { ErrorCode } from "@/lib/core/errors";
import {
  choice,
  onceRight,
  optionalChoice,
  optionalLine,
  optionalParagraph,
  rowId,
  rowVersion,
  ticked,
} from "@/lib/core/text/fields";
import { isSlug } from "@/lib/core/text/slug";
import {
  addressInput,
  restoreTarget,
  revisionVersionInput,
  saveTarget,
  sectionInput,
} from "@/lib/entries/entry-input";
import { EXPERIENCE, listWrong } from "./experience";
import { LINKED } from "./links";

const target = { experienceId: rowId, ...saveTarget(EXPERIENCE) };
const essentials = sectionInput(EXPERIENCE, "essentials");

/** One section of the editor, as its form sends it. */
export const saveExperienceInput = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("essentials"), ...target, ...essentials }),
  z.strictObject({ step: z.literal("more"), ...target, ...sectionInput(EXPERIENCE, "more") }),
]);

/** What it is about, each by its address. */
const links = Object.fromEntries(LINKED.map((kind) => [kind, optionalChoice(isSlug)])) as Record<
  (typeof LINKED)[number],
  ReturnType<typeof optionalChoice<string>>
>;

const { story, advice, title } = EXPERIENCE;

/**
 * The two-minute form: texts in the one language it is written in, handed in at once or kept as a draft. Faults beside those
 * of the fields: `required`, `endsBeforeStart`; of a draft only a title is asked.
 */
export const shareExperienceInput = z
  .strictObject({
    intent: choice(["submit", "keep"]).default("submit"),
    ...essentials,
    ...sectionInput(EXPERIENCE, "readers"),
    ownerLevel: sectionInput(EXPERIENCE, "readers").ownerLevel.optional(),
    ...links,
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
  .transform((sent) => {
    const { intent, agreed, project, activity, organisation, ...content } = sent;
    const { originalLocale: locale } = content;
    const written = (text: string) => (text ? { [locale]: text } : {});
    return {
      isHandedIn: intent === "submit",
      agreed,
      links: { project, activity, organisation },
      content: {
        ...content,
        ownerLevel: content.ownerLevel ?? ("members" as const),
        title: written(content.title),
        story: written(content.story),
        advice: written(content.advice),
      },
    };
  });

const place = { experienceId: rowId, version: rowVersion, slug: addressInput };

/** As verbs name it. */
const keyed = <Sent extends { experienceId: string }>({ experienceId: id, ...sent }: Sent) => ({
  id,
  ...sent,
});

export const experiencePlaceInput = z.strictObject(place).transform(keyed);

/** `agreed`: whom it names agree. */
export const submitExperienceInput = z.strictObject({ ...place, agreed: ticked }).transform(keyed);

export const submitEditInput = revisionVersionInput.extend({ agreed: ticked });

export const settleExperienceInput = z
  .strictObject({ ...place, ...sectionInput(EXPERIENCE, "readers"), ...links })
  .transform(({ project, activity, organisation, ...sent }) => ({
    ...keyed(sent),
    links: { project, activity, organisation },
  }));

export const restoreVersionInput = z
  .strictObject({ experienceId: rowId, ...restoreTarget })
  .transform(keyed);
