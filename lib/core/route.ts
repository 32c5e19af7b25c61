import "server-only";
import { type Transaction, transaction } from "@/db/client";
import { mayRead } from "@/lib/core/auth/standing";
import { flashHeader } from "./auth/flash";
import { refuseOtherReader, requireReader } from "./auth/form-reader";
import { keyOfForm, takeOnce } from "./auth/idempotency";
import { type LimitName, spend } from "./auth/rate-limit";
import { asAppError, logRefusal } from "./auth/refusal-log";
import { type RequestFacts, readRequest, requireOwnOrigin } from "./auth/request";
import { getBareViewer } from "./auth/viewer";
import type { Viewer } from "./auth/viewer-type";
import { AppError, type ErrorCode } from "./errors";
import { inTurn } from "./files/in-turn";
import { digestOfForm } from "./files/read-form.mjs";
import { readUpload, receiveUpload } from "./files/read-upload";
import { formOf, type Upload } from "./files/upload";
import { DEFAULT_LOCALE, isLocale } from "./i18n/locales";
import { path, type QueryValues } from "./paths";

/** Where the browser goes next, without language; `notice` is a code of `notices`. */
type Outcome = { redirectTo: string; notice: string };

/** Whose file is sent, as its address says. */
type Params = { slug: string };

export type Route<Input> = {
  upload: Upload;
  limit: LimitName;
  /** Says that the limit is spent; an address carries no figures. */
  tooOften: ErrorCode;
  /** Refuses whoever may not send this, before anything of it is read. The transaction asks again. */
  admit: (viewer: Viewer, params: Params) => Promise<void>;
  /** Reads and checks what was sent, before the transaction. */
  read: (form: FormData, asked: URLSearchParams) => Promise<Input>;
  /**
   * What a refused form finds again on its page, as values of the address: from the form's own address, and from what
   * was typed where that could be read. Values are cut short, and file fields never kept.
   */
  keep?: (asked: URLSearchParams, form: FormData | null) => QueryValues;
  handle: (tx: Transaction, viewer: Viewer, input: Input, params: Params) => Promise<Outcome>;
};

type Context = { params: Promise<Params> };

/**
 * The way in for a posted form that carries a file, which no action takes: origin → session of an active account →
 * limit → admission → the form's reader (`<FormKey>`) → read → session again → one transaction (idempotency row, handler). The form's
 * address tells its language (`?locale=zh`). Answers 303 to where it leads, or back to its page with the code of the refusal (`?refused=…`), which that page says in the
 * person's language, and what `keep` brings back. Works without JavaScript.
 */
export function route<Input>(it: Route<Input>) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const given = await params;
    const back = formOf(it.upload, given.slug);
    if (back === null) return new Response(null, { status: 404 });
    const asked = new URL(request.url).searchParams;
    const language = asked.get("locale");
    const locale = isLocale(language) ? language : DEFAULT_LOCALE;
    let form: FormData | null = null;
    let viewer: Viewer | null = null;
    let facts: RequestFacts | null = null;
    try {
      facts = await readRequest();
      await requireOwnOrigin();
      viewer = await getBareViewer();
      await spend(it.limit, viewer?.accountId ?? facts.client, it.tooOften);
      const admitted = requireSender(viewer);
      await it.admit(admitted, given);
      const sent = await receiveUpload(request);
      const [input, key] = await inTurn(async () => {
        form = await readUpload(sent);
        requireReader(form.get("_key"));
        refuseOtherReader(admitted, form.get("_key"));
        const content = [request.url, digestOfForm(sent.bytes, sent.type)];
        return [await it.read(form, asked), keyOfForm(form.get("_key"), content)];
      });
      // Minutes may have passed: who was suspended or signed out meanwhile sends nothing any more.
      const sender = requireSender(await getBareViewer());
      const outcome = await transaction((tx) =>
        takeOnce(tx, { viewer: sender, key }, () => it.handle(tx, sender, input, given)),
      );
      const { redirectTo, notice } = outcome;
      return seeOther(path(locale, redirectTo, { notice }), flashHeader("notice", notice));
    } catch (error) {
      const { code: refused } = asAppError(error);
      logRefusal({ code: refused, action: nameOf(request.url, given), viewer, request: facts });
      const to = path(locale, back, { ...it.keep?.(asked, form), ...rowOf(error), refused });
      return seeOther(to, flashHeader("refused", refused));
    }
  };
}

function requireSender(viewer: Viewer | null): Viewer {
  if (!mayRead(viewer)) throw new AppError(viewer ? "notActive" : "signInFirst");
  return viewer;
}

function seeOther(location: string, flash: string): Response {
  const headers = { Location: location, "Cache-Control": "no-store", "Set-Cookie": flash };
  return new Response(null, { status: 303, headers });
}

/** The row of a sent table that is at fault, for the words of the refusal. */
function rowOf(error: unknown): { row?: number } {
  const row = error instanceof AppError ? error.values.row : undefined;
  return typeof row === "number" ? { row } : {};
}

/** A route as it is logged: `/api/projects/[slug]/files`, without whose. */
function nameOf(url: string, params: unknown): string {
  const names = Object.entries(params ?? {});
  const named = (segment: string) =>
    names.find(([, value]) => value === decodeURIComponent(segment))?.[0];
  return new URL(url).pathname
    .split("/")
    .map((segment) => (segment && named(segment) ? `[${named(segment)}]` : segment))
    .join("/");
}
