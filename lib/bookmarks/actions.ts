"use server";

import { memberAction } from "@/lib/core/action";
import { keptPath } from "./bookmark";
import { keepThing, letGoThing } from "./mutations";
import { keepInput } from "./schema";

export const keepAction = memberAction(
  keepInput,
  async (tx, viewer, { act, ...which }, context) => {
    await (act === "keep" ? keepThing : letGoThing)(tx, viewer, which);
    const from = context.request.page?.split("?")[0];
    return {
      redirectTo: from || keptPath(which),
      notice: act === "keep" ? "bookmarkKept" : "bookmarkLetGo",
    };
  },
);
