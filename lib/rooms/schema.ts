import { z } from "zod";
import { ROOM_ROLES } from "@/db/enums";
import type { ErrorCode } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  choices,
  line,
  optionalDay,
  optionalLine,
  paragraph,
  rowId,
  rowVersion,
  ticked,
} from "@/lib/core/text/fields";
import { isSlug } from "@/lib/core/text/slug";
import { INVITED_ROLES, ROOM_MAX } from "./room-limits";

const code = (value: ErrorCode) => value;

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

export const inviteToRoomInput = z.strictObject({
  roomId: rowId,
  person: line(254),
  role: choice(INVITED_ROLES),
});

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

export const documentInput = z.strictObject({ documentId: rowId });

export const postMessageInput = z.strictObject({
  roomId: rowId,
  words: paragraph(ROOM_MAX.words),
  mentions: choices(isId, 50),
});

export const chooseRoomMailsInput = z.strictObject({ roomId: rowId, isWanted: ticked });

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
