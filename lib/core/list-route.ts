import "server-only";
import type { NextRequest } from "next/server";
import { mayRead } from "@/lib/core/auth/standing";
import { spend } from "./auth/rate-limit";
import { tooOftenHeaders } from "./auth/too-often";
import { getBareViewer } from "./auth/viewer";
import type { Viewer } from "./auth/viewer-type";
import { AppError } from "./errors";
import { knownAnswer } from "./files/known-answer";
import { isLocale, type Locale } from "./i18n/locales";
import { getTranslator } from "./i18n/translator";
import type { LiveView, Marked } from "./list-view";

const PRIVATE = { "Cache-Control": "private, no-store" };

type ListRoute = {
  /** Whether it counts, as its page does, among the pages of people that an account may turn. */
  ofPeople: boolean;
  /** What the page of this address shows the viewer; null to whom it does not exist. */
  read: (
    viewer: Viewer | null,
    asked: Record<string, string[]>,
    locale: Locale,
  ) => Promise<object | null>;
};

/**
 * Where a list's live island asks (`?locale=zh&q=…`): the same answer as its page, as data. Answers 404 and 429 as it does,
 * in words where the viewer is signed out or not active.
 */
export function listRoute({ ofPeople, read }: ListRoute) {
  return async (request: NextRequest): Promise<Response> => {
    const sent = request.nextUrl.searchParams;
    const locale = sent.get("locale");
    if (!isLocale(locale)) return missing();
    const viewer = await getBareViewer();
    try {
      if (ofPeople && viewer) await spend("directory", viewer.accountId);
    } catch (error) {
      return refuse(error, locale);
    }
    const asked = Object.fromEntries([...sent.keys()].map((name) => [name, sent.getAll(name)]));
    const answer = await read(viewer, asked, locale);
    return answer ? Response.json(answer, { headers: PRIVATE }) : missing(whyNot(viewer, locale));
  };
}

type LiveRoute<Params, Now extends Marked> = {
  /** What stands at an address now, by its mark alone; null to whom it does not exist. */
  look: (viewer: Viewer, params: Params) => Promise<Now | null>;
  /** What its page shows the viewer of it. */
  read: (
    viewer: Viewer,
    now: Now,
    asked: Record<string, string>,
    locale: Locale,
  ) => Promise<LiveView>;
};

/**
 * Where a page's live island asks whether something is new: the page's answer as data, or 304 to whoever knows its mark.
 * Whoever is signed out (401), not active (403) or asks for nothing of theirs (404) is told so in words, where it has any.
 */
export function liveRoute<Params, Now extends Marked>({ look, read }: LiveRoute<Params, Now>) {
  return async (
    request: NextRequest,
    { params }: { params: Promise<Params> },
  ): Promise<Response> => {
    const { locale, ...asked } = Object.fromEntries(request.nextUrl.searchParams);
    if (!isLocale(locale)) return missing();
    const viewer = await getBareViewer();
    if (!viewer) return told(401, whyNot(viewer, locale));
    if (!mayRead(viewer)) return told(403, whyNot(viewer, locale));
    const now = await look(viewer, await params);
    if (!now) return missing();
    const headers = { ...PRIVATE, ETag: `"${now.mark}"` };
    const known = knownAnswer(request, headers);
    if (known) return known;
    return Response.json(await read(viewer, now, asked, locale), { headers });
  };
}

/** Why a viewer of this standing is answered nothing; no words where their standing is not why. */
function whyNot(viewer: Viewer | null, locale: Locale): string | undefined {
  const t = getTranslator(locale, "ui");
  if (!viewer) return t("live.signedOut");
  return mayRead(viewer) ? undefined : t("live.inactive");
}

const told = (status: 401 | 403 | 404, message: string | undefined) =>
  Response.json({ message }, { status, headers: PRIVATE });

const missing = (message?: string) => told(404, message);

function refuse(error: unknown, locale: Locale): Response {
  if (!(error instanceof AppError)) throw error;
  const message = getTranslator(locale, "errors")(error.code, error.values);
  const headers = { ...PRIVATE, ...tooOftenHeaders(error) };
  return Response.json({ message }, { status: 429, headers });
}
