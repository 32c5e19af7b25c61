"use server";

import { memberAction } from "@/lib/core/action";
import { dropSearch, saveSearch } from "./mutations";
import { dropSearchInput, saveSearchInput } from "./schema";

const LIST = "/account/kept#searches";

export const saveSearchAction = memberAction(saveSearchInput, async (tx, viewer, input) => {
  await saveSearch(tx, viewer, input);
  return { redirectTo: LIST, notice: "searchKept" };
});

export const dropSearchAction = memberAction(dropSearchInput, async (tx, viewer, input) => {
  await dropSearch(tx, viewer, input.searchId);
  return { redirectTo: LIST, notice: "searchLetGo" };
});
