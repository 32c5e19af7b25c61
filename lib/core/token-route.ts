import "server-only";
import { type Transaction, transaction } from "@/db/client";
import { DatabaseUnavailable } from "@/db/errors";
import { type LimitName, spend } from "./auth/rate-limit";
import { logRefusal } from "./auth/refusal-log";
import { readRequest } from "./auth/request";
import { tooOftenHeaders } from "./auth/too-often";
import { AppError } from "./errors";

/** The one field that such a post holds is shorter. */
const MOST_BYTES = 2000;

type TokenRoute<Held> = {
  limit: LimitName;
  /** The one field that the post must hold, and its value. */
  says: readonly [name: string, value: string];
  /** What the token in the address stands for; null when it is not ours. */
  read: (token: string) => Held | null;
  handle: (tx: Transaction, held: Held) => Promise<void>;
};

const answer = (status: number, headers = {}) =>
  new Response(null, { status, headers: { "Cache-Control": "no-store", ...headers } });

/**
 * The way in for a post that no page of ours makes, such as that of a mail programme. As `route`, but the token in the
 * address (`?token=…`) stands in the place of origin and session: limit → token → what it says → one transaction.
 * Answers 204, 400 for another post, 404 for a token that is not ours, 429 and 503 to be sent again.
 */
export function tokenRoute<Held>(it: TokenRoute<Held>) {
  return async (request: Request): Promise<Response> => {
    const facts = await readRequest();
    try {
      await spend(it.limit, facts.client);
      const held = it.read(new URL(request.url).searchParams.get("token") ?? "");
      if (held === null) throw new AppError("notFound");
      const [name, value] = it.says;
      const isShort = Number(request.headers.get("content-length")) <= MOST_BYTES;
      const form = isShort ? await request.formData().catch(() => null) : null;
      if (form?.get(name) !== value) throw new AppError("unreadable");
      await transaction((tx) => it.handle(tx, held));
      return answer(204);
    } catch (error) {
      if (error instanceof DatabaseUnavailable) return answer(503, { "Retry-After": "60" });
      if (!(error instanceof AppError)) throw error;
      const action = new URL(request.url).pathname;
      logRefusal({ code: error.code, action, viewer: null, request: facts });
      if (error.code !== "tooManyRequests") return answer(error.code === "unreadable" ? 400 : 404);
      return answer(429, tooOftenHeaders(error));
    }
  };
}
