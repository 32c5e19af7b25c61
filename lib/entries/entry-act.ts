import type { ZodType } from "zod";
import type { Transaction } from "@/db/client";
import type { ActionContext, ActionOutcome, NoticeCode } from "@/lib/core/action";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { type Noun, pageOf } from "./noun";

type Act<Input> = (
  tx: Transaction,
  viewer: Viewer,
  input: Input,
  context: ActionContext,
) => Promise<ActionOutcome>;

/** What an action takes and does, for a kind of entry to give it its name: `memberAction(...acts.ask)`. */
export const act = <Input>(schema: ZodType<Input>, run: Act<Input>) => [schema, run] as const;

type Verb<Input, Told> = (tx: Transaction, viewer: Viewer, input: Input) => Promise<Told>;

/** Leads to the page of the entry that a verb gives, with what is said of it. */
export const told =
  <Input, Told extends { slug: string }>(
    { kind: entryKind }: Noun,
    verb: Verb<Input, Told>,
    notice: NoticeCode | ((entry: Told) => NoticeCode),
  ) =>
  async (tx: Transaction, viewer: Viewer, input: Input) => {
    const entry = await verb(tx, viewer, input);
    return {
      redirectTo: pageOf({ entryKind, slug: entry.slug }),
      notice: typeof notice === "function" ? notice(entry) : notice,
    };
  };

/** Leads on to the editor of the draft that a verb begins. */
export const drafted =
  <Input>({ kind: entryKind }: Noun, verb: Verb<Input, { slug: string }>) =>
  async (tx: Transaction, viewer: Viewer, input: Input) => {
    const { slug } = await verb(tx, viewer, input);
    return { redirectTo: `${pageOf({ entryKind, slug })}/edit`, notice: "draftSaved" } as const;
  };
