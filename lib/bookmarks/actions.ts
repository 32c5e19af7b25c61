"use server";

import { memberAction } from "@/lib/core/action";
import { samePage } from "@/lib/core/auth/request";
import { keptPath } from "./bookmark";
import { keepThing, letGoThing } from "./mutations";
import { keepInput } from "./schema";

export const keepAction = memberAction(
  keepInput,
  async (tx, viewer, { act, ...which }, context) => {
    await (act === "keep" ? keepThing : letGoThing)(tx, viewer, which);
    return {
      redirectTo: samePage(context.request.page, keptPath(which)),
      notice: act === "keep" ? "bookmarkKept" : "bookmarkLetGo",
    };
  },
);
