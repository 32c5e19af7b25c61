import { z } from "zod";
import { ROOM_ROLES } from "@/db/enums";
import { code } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  choices,
  line,
  onceRight,
  optionalDay,
  optionalLine,
  paragraph,
  rowId,
  rowVersion,
  ticked,
} from "@/lib/core/text/fields";
import { isSlug } from "@/lib/core/text/slug";
import { readSecureLink } from "@/lib/core/text/website";
import { INVITED_ROLES, ROOM_MAX } from "./room-limits";

const day = optionalDay.refine((value) => value !== null, code("required")).transform(String);

const percent = z
  .string({ error: code("notAPercentage") })
  .trim()
  .regex(/^(100|\d{1,2})$/, code("notAPercentage"))
  .transform(Number);

const isId = (value: string) => rowId.safeParse(value).success;

export const roomInput = z.strictObject({ roomId: rowId });

export const returnToRoomInput = z.strictObject({
  slug: z.string({ error: code("notFound") }).refine(isSlug, code("notFound")),
});

export const roomVersionInput = z.strictObject({ roomId: rowId, version: rowVersion });

/** `known` is chosen from a list, by the address of the page; `person` is typed, and counts where nobody was chosen. */
export const inviteToRoomInput = z
  .strictObject({
    roomId: rowId,
    known: optionalLine(120),
    person: optionalLine(254),
    role: choice(INVITED_ROLES),
  })
  .refine(({ known, person }) => known !== "" || person !== "", {
    error: code("required"),
    path: ["person"],
    ...onceRight("known", "person"),
  })
  .transform(({ known, person, ...rest }) => ({ ...rest, person: known || person }));

export const roomInvitationInput = z.strictObject({ invitationId: rowId });

export const changeRoleInput = z.strictObject({
  roomId: rowId,
  memberId: rowId,
  role: choice(ROOM_ROLES),
});

export const roomPersonInput = z.strictObject({ roomId: rowId, memberId: rowId });

export const planMilestoneInput = z.strictObject({
  roomId: rowId,
  title: line(ROOM_MAX.title),
  startsOn: optionalDay,
  dueOn: day,
});

export const changeMilestoneInput = z.strictObject({
  milestoneId: rowId,
  version: rowVersion,
  title: line(ROOM_MAX.title),
  startsOn: optionalDay,
  dueOn: day,
  progress: percent,
  done: ticked,
});

export const milestoneInput = z.strictObject({ milestoneId: rowId, version: rowVersion });

/** A page that is kept elsewhere, by its title and an address in `https:`; that of a site alone may be said without. */
export const addLinkInput = z.strictObject({
  roomId: rowId,
  title: line(ROOM_MAX.title),
  address: line(ROOM_MAX.address).transform((text, context) => {
    const address = readSecureLink(text);
    if (address) return address;
    context.addIssue({ code: "custom", message: code("linkNotSecure") });
    return z.NEVER;
  }),
});

export const documentInput = z.strictObject({ documentId: rowId });

export const postMessageInput = z.strictObject({
  roomId: rowId,
  words: paragraph(ROOM_MAX.words),
  mentions: choices(isId, 50),
});

export const chooseRoomMailsInput = z.strictObject({ roomId: rowId, isWanted: ticked });

export const chooseMachineInput = z.strictObject({ roomId: rowId, isAllowed: ticked });

/** `page` is that of the discussion on which it stands. */
export const orderTranslationInput = z.strictObject({
  messageId: rowId,
  locale: choice(LOCALES),
  page: z.string().regex(/^[1-9]\d{0,4}$/),
});

export const tellNewsInput = z.strictObject({
  roomId: rowId,
  locale: choice(LOCALES),
  words: paragraph(ROOM_MAX.words),
  isPublic: ticked,
});

export const updateInput = z.strictObject({ updateId: rowId });

/** What comes with a file: the title of a new document (else its name tells), or the document it is a new version of. */
export const documentFields = z.strictObject({
  title: optionalLine(ROOM_MAX.title),
  documentId: z.union([z.literal(""), rowId]).default(""),
});
