import "server-only";
import { DatabaseUnavailable } from "@/db/errors";
import { AppError } from "../errors";
import { log } from "../log";
import type { RequestFacts } from "./request";
import type { Viewer } from "./viewer-type";

type RefusedWrite = {
  /** Code of `errors`; `checkFields` for what the form itself explains. */
  code: string;
  /** Names of the fields at fault, never what was typed in them. */
  fields?: readonly string[];
  /** What was asked for: the name of an action, or the address of a route without what names a row. */
  action: string;
  viewer: Viewer | null;
  request: Pick<RequestFacts, "client" | "requestId"> | null;
};

/** A refusal of ours; anything else is a bug and thrown on. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof DatabaseUnavailable) return new AppError("databaseUnavailable");
  throw error;
}

/** One line for each refused write: who, what, from where and why; nothing that a person wrote. */
export function logRefusal({ code, fields = [], action, viewer, request }: RefusedWrite): void {
  log.info({
    event: "refused",
    code,
    action,
    accountId: viewer?.accountId ?? null,
    client: request?.client ?? "unknown",
    request: request?.requestId,
    ...(fields.length > 0 && { fields: fields.slice(0, 8) }),
  });
}
