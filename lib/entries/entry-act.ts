import type { ZodType } from "zod";
import type { Transaction } from "@/db/client";
import type { ActionContext, ActionOutcome } from "@/lib/core/action";
import type { Viewer } from "@/lib/core/auth/viewer-type";

type Act<Input> = (
  tx: Transaction,
  viewer: Viewer,
  input: Input,
  context: ActionContext,
) => Promise<ActionOutcome>;

/** What an action takes and does, for a kind of entry to give it its name: `memberAction(...acts.ask)`. */
export const act = <Input>(schema: ZodType<Input>, run: Act<Input>) => [schema, run] as const;
