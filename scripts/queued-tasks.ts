import type { Tasks } from "@/lib/core/mail/queue-job";
import { sendMail } from "@/lib/core/mail/send-mail";
import { isLetterStillTold } from "@/lib/notifications/letters.queries";
import { COMPOSED } from "./composed-mails";
import { keepDuesPdf } from "./dues/keep-pdf";
import { bringInFile, takeBackFile } from "./run-imports";
import { sendAndNote, sendMailing } from "./run-mailings";
import { sendLinks } from "./send-links";
import { settleEvent, tellEventChange, tellEventPeople, tellEventWords } from "./settle-event";
import { keepSharePicture } from "./share/keep-picture";
import { translateMessage, translateWords } from "./translate-message";

/** How the worker does what an act caused. */
export const QUEUED_TASKS: { [Task in keyof Tasks]: (payload: Tasks[Task]) => Promise<void> } = {
  "draw-dues-pdf": keepDuesPdf,
  "draw-share-picture": keepSharePicture,
  "translate-message": translateMessage,
  "translate-words": translateWords,
  "run-import": bringInFile,
  "undo-import": takeBackFile,
  "send-mailing": sendMailing,
  "send-links": sendLinks,
  "settle-event": settleEvent,
  "tell-event-change": tellEventChange,
  "tell-event-people": tellEventPeople,
  "tell-event-words": tellEventWords,
  "send-mail": ({ mailId }) =>
    sendAndNote(mailId, () =>
      sendMail(mailId, { composers: COMPOSED, isStillTold: isLetterStillTold }),
    ),
};
