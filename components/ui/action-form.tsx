"use client";

import { type ReactNode, use, useActionState, useState } from "react";
import { type FormAction, type FormValues, IDLE } from "@/lib/core/form-state";
import type { FormCopy, SendingCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { ErrorSummary } from "./error-summary";
import { FlashContext, FormContext, useReader } from "./form-context";
import { Notice } from "./notice";

type ActionFormProps = {
  action: FormAction;
  locale: Locale;
  copy: SendingCopy & Partial<FormCopy>;
  /** A fresh random value per drawn page: a double submit then happens once. Without one it is never sent again by itself. */
  idempotencyKey?: string;
  hidden?: Record<string, string>;
  /** Tells the ids of two forms with like-named fields on one page apart. */
  scope?: string;
  /** Says once, at the top, that fields are required unless marked. */
  requiredNote?: boolean;
  className?: string;
  /**
   * Lets a button that stands elsewhere send it. One that begins with `form-` says its success itself where the act leads back to
   * its page.
   */
  id?: string;
  children: ReactNode;
};

/**
 * Keeps the form and its text when it could not be sent: no connection, a server that answers with anything but an action's
 * answer, or an action that an update took away. What the server says itself (a redirect, a fault of ours) has a digest.
 * Drawn on the server, a form needs the action as it is.
 */
const sender = (action: FormAction, copy: SendingCopy): FormAction =>
  typeof window === "undefined"
    ? action
    : (before, data) =>
        action(before, data).catch((error) => {
          if (error.digest) throw error;
          const code = error.name === "UnrecognizedActionError" ? "outdated" : "notSent";
          const texts = [...data.keys()].map((name) => [name, data.getAll(name)]);
          return {
            status: "failed",
            code,
            message: copy[code],
            values: Object.fromEntries(texts) as FormValues,
            at: `${Date.now()}`,
          };
        });

/** Beside the button that was pressed, a success may still be out of sight. */
const bringIntoSight = (box: HTMLElement | null) => box?.scrollIntoView({ block: "nearest" });
/** On the page that the act led to, that button has not the focus any more; when, see `TakeFocus`. */
const takeFocus = (box: HTMLElement | null) => {
  setTimeout(() => box?.focus(), 150);
};

/** A form for one server action: works without JavaScript, keeps what was typed, says what was refused. */
export function ActionForm(props: ActionFormProps) {
  const { action, locale, copy, idempotencyKey = "", scope = "", requiredNote } = props;
  const [state, formAction, pending] = useActionState(sender(action, copy), IDLE);
  const [pressed, setPressed] = useState<HTMLElement | null>(null);
  const [doneAt, setDoneAt] = useState("");
  const drawnFor = useReader();
  const flash = use(FlashContext);
  const isIdle = state.status === "idle";
  const told = isIdle
    ? flash?.form === props.id && flash?.message
    : state.status === "done" && state.message;
  // After a success the same page may send another, different change; what is sent again keeps its key.
  if (state.status === "done" && state.at !== doneAt) setDoneAt(state.at);
  const key = idempotencyKey && doneAt ? `${idempotencyKey}.${doneAt}` : idempotencyKey;
  const { reader = drawnFor } = state as { reader?: string };
  const form = props.id && { _form: props.id };
  const sent = { _locale: locale, ...form, ...props.hidden };

  return (
    <form
      action={formAction}
      aria-busy={pending || undefined}
      className={props.className ?? "space-y-6"}
      id={props.id}
      noValidate
      onSubmit={(event) => {
        if (pending) event.preventDefault();
        else setPressed(event.nativeEvent.submitter);
      }}
    >
      <input name="_key" type="hidden" value={`${key}~${reader}`} />
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      <FormContext value={{ state, pending, pressed, scope, copy }}>
        {"values" in state ? <ErrorSummary {...{ copy, pressed, scope, state }} /> : null}
        {requiredNote ? <p className="text-muted text-sm">{copy.required}</p> : null}
        {props.children}
      </FormContext>
      <div className="empty:sr-only" role="status">
        {told ? (
          <div
            // biome-ignore lint/a11y/noAutofocus: without JavaScript it brings the browser to the form that was sent
            autoFocus
            key={flash?.at + doneAt}
            ref={isIdle ? takeFocus : bringIntoSight}
            tabIndex={-1}
          >
            <Notice tone="success">{told}</Notice>
          </div>
        ) : null}
      </div>
    </form>
  );
}
