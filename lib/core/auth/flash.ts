import "server-only";
import { cookies } from "next/headers";
import type { ErrorCode, ErrorValues } from "../errors";
import type { Locale } from "../i18n/locales";
import { getTranslator } from "../i18n/translator";
import { readRequest } from "./request";
import { cookieName, cookieOptions } from "./session-cookie";
import type { Viewer } from "./viewer-type";

/** Long enough for a slow connection to follow a redirect; a page opened again later says nothing any more. */
const SECONDS = 30;

type Told = "notice" | "refused";

/**
 * A flash: what a page says once about the act that led to it (`?notice=…`, `?refused=…`). The address alone proves
 * nothing, since anybody can write one; the cookie that came with the answer to the act does. `form` is the id of the form
 * that says so beside its button, where the act leads back to its page.
 */
export async function keepFlash(told: Told, code: string, form?: string | null): Promise<void> {
  const value = [told, code, form ?? "", Date.now()].join(".");
  (await cookies()).set(cookieName("flash"), value, cookieOptions(SECONDS));
}

const readFlash = async () => ((await cookies()).get(cookieName("flash"))?.value ?? "").split(".");

/** The id of the form whose act the flash tells, where that form says it itself, null for the page; and when it was kept. */
export async function readTeller(): Promise<{ form: string | null; at: string | undefined }> {
  const [, , form, at] = await readFlash();
  return { form: formId(form), at };
}

/** What a form says it is called, as its page has it. */
function formId(sent: unknown): string | null {
  return typeof sent === "string" && /^form-[\w-]{1,60}$/.test(sent) ? sent : null;
}

/**
 * Whether an act leads back to the page that its form stands on (`from`, as in `RequestFacts`), query and all: a form that
 * one parameter brings up is gone without it. An anchor of its own says where there.
 */
export function leadsBack(to: string, from = ""): boolean {
  const [there, here] = [to, from].map((address) => {
    const [pathname, query] = address.split("?");
    return `${pathname}?${new URLSearchParams(query)}`;
  });
  return !to.includes("#") && there === here;
}

/**
 * The id of what says on its page what became of an act that leads `to` there: what an anchor named like a form says
 * (`/events/x#form-registration`), or the form that was `sent`, where its act leads back to the page that it stands on (`from`).
 * Null for the page itself.
 */
export function tellerOf(to: string, from: string | undefined, sent: unknown): string | null {
  const [, anchor] = to.split("#");
  if (anchor) return formId(anchor);
  return leadsBack(to, from) ? formId(sent) : null;
}

/** The same as a header of an answer that is made by hand. */
export function flashHeader(told: Told, code: string): string {
  const { secure } = cookieOptions(SECONDS);
  const name = cookieName("flash");
  return `${name}=${told}.${code}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** Whether what the address tells comes from an act of this browser, moments ago. */
export async function isFlash(told: Told, code: string): Promise<boolean> {
  const [kind, kept] = await readFlash();
  return kind === told && kept === code;
}

/** Whether the page that is asked for says why a form that carries a file was refused (`?refused=…`). */
export async function tellsRefusal(): Promise<boolean> {
  const [, query] = ((await readRequest()).page ?? "").split("?");
  const code = new URLSearchParams(query).get("refused");
  return code !== null && (await isFlash("refused", code));
}

/** Why a form that carries a file was refused (`?refused=…`), in words; null for what its page has no words for. */
export async function flashRefusal<Code extends ErrorCode>(
  asked: unknown,
  isKnown: (code: unknown) => code is Code,
  { locale, viewer, values }: { locale: Locale; viewer: Viewer | null; values?: ErrorValues },
): Promise<string | null> {
  if (!isKnown(asked) || !(await isFlash("refused", asked))) return null;
  return getTranslator(locale, "errors")(asked as ErrorCode, {
    name: viewer?.name ?? "",
    ...values,
  });
}
