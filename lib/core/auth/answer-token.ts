import "server-only";
import { PROMISES } from "../i18n/promises";
import { seal, unseal } from "./seal";

/** What can be answered from a mail, each with the two verbs that its room gives it: yes, and not now. */
const ANSWERED = ["interest", "introduction", "passing"] as const;

type Answered = (typeof ANSWERED)[number];

/** What a mail's buttons stand for: one row, of one account, whose address and password are those of then (`standing`). */
export type AnswerLink = {
  what: Answered;
  subjectId: string;
  accountId: string;
  standing: string;
};

const ABOUT = "mail answer";
const LIFE_SECONDS = PROMISES.mailAnswerDays * 86_400;
const inSeconds = (at: Date) => Math.floor(at.getTime() / 1000);

/** The secret of a mail's buttons. No row is kept: what was answered once is answered, and thirty days stand in it. */
export function answerToken(link: AnswerLink, now = new Date()): string {
  const { what, subjectId, accountId, standing } = link;
  return seal([what, subjectId, accountId, standing, inSeconds(now)].join(" "), ABOUT);
}

/** What a token stands for; null when this portal has not made it, or more than thirty days ago. */
export function readAnswerToken(token: string, now = new Date()): AnswerLink | null {
  const [what, subjectId, accountId, standing, sealedAt] = unseal(token, ABOUT)?.split(" ") ?? [];
  const known = ANSWERED.find((one) => one === what);
  if (!known || !subjectId || !accountId || !standing) return null;
  const isAlive = inSeconds(now) - Number(sealedAt) <= LIFE_SECONDS;
  if (!isAlive) return null;
  return { what: known, subjectId, accountId, standing };
}
