"use server";

import { adminAction } from "@/lib/core/action";
import { today } from "@/lib/core/dates";
import { drafted, told } from "@/lib/entries/entry-act";
import { lifeActs, saveAct } from "@/lib/entries/life-acts";
import { startPage, submitPage } from "./mutations";
import { PAGE_VERBS } from "./noun.queries";
import { listWrong, PAGES } from "./page";
import { savePageInput, startPageInput, submitPageInput } from "./schema";

const life = lifeActs(PAGE_VERBS);

export const startPageAction = adminAction(startPageInput, drafted(PAGES, startPage));
export const savePageAction = adminAction(
  ...saveAct(PAGE_VERBS, savePageInput, (content) => listWrong(content, today())),
);
export const submitPageAction = adminAction(
  submitPageInput,
  told(PAGES, submitPage, "pagePublished"),
);
export const submitRevisionAction = adminAction(...life.submitRevision("pagePublished"));

export const withdrawPageAction = adminAction(...life.withdraw);
export const reopenPageAction = adminAction(...life.reopen);
export const withdrawRevisionAction = adminAction(...life.withdrawRevision);
export const restoreVersionAction = adminAction(...life.restore);
