import "server-only";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { ZodType } from "zod";
import { type Transaction, transaction } from "@/db/client";
import { markFormTaken, markNotKept } from "@/db/request-mark";
import { mayAct, mayRead } from "@/lib/core/auth/standing";
import { keepFlash, tellerOf } from "./auth/flash";
import { readerOf, refuseOtherReader, requireReader } from "./auth/form-reader";
import { keyOfForm, takeOnce } from "./auth/idempotency";
import { spend } from "./auth/rate-limit";
import { asAppError, logRefusal } from "./auth/refusal-log";
import { keepRefusal } from "./auth/refused-form";
import { type RequestFacts, readRequest, requireOwnOrigin } from "./auth/request";
import { getViewer } from "./auth/viewer";
import { isStaff, type Viewer } from "./auth/viewer-type";
import { formatTime } from "./dates";
import { AppError, type ErrorCode, type ErrorValues } from "./errors";
import type { FormAction, FormState, FormValues, KeptFields } from "./form-state";
import type { Catalogue } from "./i18n/catalogues";
import { DEFAULT_LOCALE, isLocale, type Locale } from "./i18n/locales";
import { getTranslator } from "./i18n/translator";
import { path } from "./paths";
import { inPageOrder, readForm, readLabels } from "./text/read-form";

export type NoticeCode = keyof Catalogue["notices"];

/** What is missing or wrong in one field of a form (`title.fr`), with what its words quote. */
export type FieldFault = { field: string; code: ErrorCode; values?: ErrorValues };

/**
 * What a handler answers: where to go next (and by its anchor, what says it there: `tellerOf`), what to say, a refusal that is told after the commit, or the faults of a
 * draft that is kept all the same, with the `texts` that its form is to show instead of those typed. `kept`: the form
 * saved by itself, goes on from these fields and nothing is drawn anew.
 */
export type ActionOutcome = {
  redirectTo?: string;
  notice?: NoticeCode;
  refusal?: AppError;
  faults?: readonly FieldFault[];
  texts?: Record<string, string>;
  kept?: KeptFields;
};

export type ActionContext = {
  locale: Locale;
  request: RequestFacts;
  /** Runs once the transaction stands (cookies). */
  afterCommit: (step: () => Promise<void>) => void;
};

type Handler<V, Input> = (
  tx: Transaction,
  viewer: V,
  input: Input,
  context: ActionContext,
) => Promise<ActionOutcome | undefined>;

/** Limits that depend on what was typed; runs before the transaction, since it needs a connection of its own. */
type Before<Input> = (input: Input, request: RequestFacts) => Promise<void>;

type Door<V> = <Input>(
  schema: ZodType<Input>,
  handler: Handler<V, Input>,
  before?: Before<Input>,
) => FormAction;

/** Anybody, signed in or not. What it changes hangs on what the form says, never on who is signed in. */
export const visitorAction: Door<Viewer | null> = door((viewer) => viewer, "anyReader");

/** Any signed-in account, also pending or suspended: for its own data. */
export const accountAction: Door<Viewer> = door((viewer) => viewer ?? refuse("signInFirst"));

/** An account that may write as a member. */
export const memberAction: Door<Viewer> = door((viewer) => {
  if (!viewer) return refuse("signInFirst");
  return mayAct(viewer) ? viewer : refuse("notActive");
});

/** One that reads as members do, also once its membership has lapsed: for its own profile and its rooms. */
export const readerAction: Door<Viewer> = door((viewer) => {
  if (!viewer) return refuse("signInFirst");
  return mayRead(viewer) ? viewer : refuse("notActive");
});

/** An active moderator or administrator; for anybody else the action does not exist. */
export const adminAction: Door<Viewer> = door((viewer) =>
  isStaff(viewer) ? viewer : refuse("notFound"),
);

function refuse(code: AppError["code"]): never {
  throw new AppError(code);
}

/**
 * The only way in for a write: origin → session → rate limit → the form's reader → strict parse → one transaction
 * (idempotency row, handler) → commit. Refusals come back as a form state in the person's language. A form of an
 * account is taken only from that account (`_key`, see `form-reader`).
 */
function door<V>(admit: (viewer: Viewer | null) => V, readers?: "anyReader"): Door<V> {
  return (schema, handler, before) => async (_state, sent) => {
    markFormTaken();
    // A call that no page of ours makes can come with anything in the form's place.
    const data = sent instanceof FormData ? sent : new FormData();
    const asked = data.get("_locale");
    const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
    const { input, values } = readForm(data);
    const sender: Sender = {
      data,
      key: data.get("_key"),
      viewer: null,
      request: null,
    };
    let outcome: ActionOutcome;
    try {
      const request = await readRequest();
      sender.request = request;
      await requireOwnOrigin();
      const viewer = await getViewer();
      sender.viewer = viewer;
      await spend("write", viewer?.accountId ?? request.client);
      if (viewer && !readers) refuseOtherReader(viewer, sender.key);
      const admitted = admit(viewer);
      if (!readers) requireReader(sender.key);
      const parsed = schema.safeParse(input);
      if (!parsed.success) return refused(invalid(locale, values, parsed.error.issues), sender);
      await before?.(parsed.data, request);
      const key = keyOfForm(sender.key, parsed.data);
      outcome = await commit(viewer, key, locale, request, (tx, context) =>
        handler(tx, admitted, parsed.data, context),
      );
      if (outcome.refusal) throw outcome.refusal;
    } catch (error) {
      const known = asAppError(error);
      const state = failure(known, locale, values);
      // A script has the answer of its action; whoever has none is told by the status, too, to come again.
      if (known.code === "databaseUnavailable" && sender.request?.wantsPage) markNotKept();
      // Drawn again, the page shows what is saved beside what was typed. What saves by itself leaves it alone.
      const isConflict = state.status === "failed" && known.code === "conflict";
      const isRedrawn = isConflict && data.get("intent") !== "autosave";
      if (isRedrawn) revalidatePath("/", "layout");
      const gone = isConflict ? getTranslator(locale, "ui")("form.gone") : state.message;
      return refused(state, sender, known.code, { gone, isRedrawn });
    }
    if (outcome.kept) {
      const now = new Date();
      const time = formatTime(now, locale);
      const message = getTranslator(locale, "ui")("autosave.saved", { time });
      return { status: "done", message, at: now.toISOString(), kept: outcome.kept };
    }
    // Layouts (header, language links) are kept across a redirect unless told otherwise.
    revalidatePath("/", "layout");
    if (outcome.faults?.length) {
      const shown = { ...values, ...outcome.texts };
      const state = invalid(locale, shown, outcome.faults.map(asIssue), outcome.notice);
      return refused(state, sender);
    }
    if (outcome.redirectTo !== undefined) {
      const { redirectTo, notice } = outcome;
      const form = tellerOf(redirectTo, sender.request?.page, data.get("_form"));
      if (notice) await keepFlash("notice", notice, form);
      const [to] = redirectTo.split("#");
      redirect(path(locale, notice && form ? `${to}#${form}` : redirectTo, { notice }));
    }
    const message = getTranslator(locale, "notices")(outcome.notice ?? "saved");
    return { status: "done", message, at: new Date().toISOString() };
  };
}

/** What is known of a form and of who sends it, by the time it is refused. */
type Sender = {
  data: FormData;
  key: unknown;
  viewer: Viewer | null;
  request: RequestFacts | null;
};

type Refusal = Extract<FormState, { status: "invalid" | "failed" }>;

/** `gone`: what the page says where it holds the form no more; `isRedrawn`, with JavaScript too. */
async function refused(
  state: Refusal,
  { data, key, viewer, request }: Sender,
  code: ErrorCode = "checkFields",
  { gone = state.message, isRedrawn = false } = {},
): Promise<Refusal> {
  logRefusal({
    code,
    fields: state.status === "invalid" ? Object.keys(state.fields) : [],
    action: request?.action || "unknown",
    viewer,
    request,
  });
  await keepRefusal(code, gone, state.values, isRedrawn);
  const reader = readerOf(key) ?? undefined;
  if (state.status === "failed") return { ...state, reader };
  const labels = readLabels(data);
  const order = inPageOrder(Object.keys(state.fields), data);
  const fields = Object.fromEntries(order.map((field) => [field, state.fields[field] ?? ""]));
  const named = Object.fromEntries(order.map((field) => [field, labels[field] ?? ""]));
  return { ...state, fields, labels: named, reader };
}

async function commit(
  viewer: Viewer | null,
  key: string | null,
  locale: Locale,
  request: RequestFacts,
  run: (tx: Transaction, context: ActionContext) => Promise<ActionOutcome | undefined>,
): Promise<ActionOutcome> {
  let steps: (() => Promise<void>)[] = [];
  const outcome = await transaction((tx) => {
    // A try that lost a deadlock leaves nothing: the next collects its steps anew.
    steps = [];
    const context = {
      locale,
      request,
      afterCommit: (step: () => Promise<void>) => steps.push(step),
    };
    return takeOnce(
      tx,
      { viewer, key },
      async () => (await run(tx, context)) ?? {},
      (fresh) => !fresh.refusal && !fresh.faults?.length && steps.length === 0,
    );
  });
  for (const step of steps) await step();
  return outcome;
}

type Issue = {
  path: PropertyKey[];
  message: string;
  code: string;
  quoted?: ErrorValues;
  params?: ErrorValues;
};

const asIssue = ({ field, code, values }: FieldFault): Issue => ({
  path: [field],
  message: code,
  code: "custom",
  quoted: values,
});

function invalid(locale: Locale, values: FormValues, issues: Issue[], notice?: NoticeCode) {
  const t = getTranslator(locale, "errors");
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    // A box of a group (`sectors.0`) is told at its group.
    const name = issue.path.filter((part) => typeof part !== "number").join(".");
    const code = issue.message as AppError["code"];
    fields[name] ??= t.has(code) ? t(code, issue.quoted ?? issue.params) : t("unreadable");
  }
  const at = new Date().toISOString();
  const message = notice ? getTranslator(locale, "notices")(notice) : t("checkFields");
  return { status: "invalid", message, fields, values, at } as const;
}

function failure(known: AppError, locale: Locale, values: FormValues) {
  const t = getTranslator(locale, "errors");
  const message = t(known.code, known.values);
  const at = new Date().toISOString();
  return known.field
    ? ({
        status: "invalid",
        message: t("checkFields"),
        fields: { [known.field]: message },
        values,
        at,
      } as const)
    : ({ status: "failed", code: known.code, message, values, at } as const);
}
