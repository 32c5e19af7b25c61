"use client";

import { useEffect, useRef } from "react";
import type { FormState } from "@/lib/core/form-state";
import type { FormCopy, SendingCopy } from "@/lib/core/i18n/form-copy";
import { buttonStyle } from "./button-style";
import { Sign } from "./sign";

type Refusal = Extract<FormState, { status: "invalid" | "failed" }>;

/** What the two kinds of refusal say, each a part of it. */
type Told = Partial<Record<"fields" | "labels", Record<string, string>>> & { code?: string };

type ErrorSummaryProps = {
  state: Refusal;
  copy: SendingCopy & Partial<FormCopy>;
  scope: string;
  /** The button that sent the form. */
  pressed: HTMLElement | null;
};

/**
 * What was refused and where, at the top of the form; takes the focus when it appears. What did not reach the server is sent
 * again by its button, or by itself when the network is back, where the form's key makes it count once and nobody has
 * touched the form since.
 */
export function ErrorSummary({ state, copy, scope, pressed }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const { fields = {}, labels = {}, code } = state as Told;
  const isLost = code === "notSent";
  const isKeyed = isLost && !`${state.values._key}`.startsWith("~");
  /** The network came back since it was last sent: perhaps just before that failed. */
  const isBack = useRef(false);
  const sendAgain = () => {
    isBack.current = false;
    box.current?.closest("form")?.requestSubmit(pressed);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once per refusal, known by its time
  useEffect(() => {
    box.current?.focus();
    let isArmed = isKeyed;
    const noteBack = () => {
      isBack.current = true;
      if (isArmed) sendAgain();
    };
    if (isArmed && isBack.current) sendAgain();
    addEventListener("online", noteBack);
    const form = box.current?.parentElement as HTMLElement;
    form.oninput = form.onclick = () => {
      isArmed = isBack.current = false;
    };
    // Sent before this ran, the page came with the prefix.
    const plain = document.title.replace(copy.errorPrefix, "");
    document.title = copy.errorPrefix + plain;
    return () => {
      removeEventListener("online", noteBack);
      document.title = plain;
    };
  }, [state.at]);

  return (
    <div
      // biome-ignore lint/a11y/noAutofocus: without JavaScript it brings the browser to the form that was sent
      autoFocus
      className="rounded-md border-2 border-danger bg-danger-soft p-4 sm:p-5"
      data-error-summary
      ref={box}
      role="alert"
      tabIndex={-1}
    >
      <h2 className="flex items-center gap-2 font-semibold text-danger text-lg">
        <Sign name="danger" />
        {isLost ? copy.notSentTitle : copy.errorTitle}
      </h2>
      <p className="mt-1">{state.message}</p>
      {isKeyed ? <p>{copy.sentByItself}</p> : null}
      <ul className="mt-2 space-y-1 empty:hidden">
        {Object.keys(fields).map((field) =>
          field ? (
            <li key={field}>
              <a className="text-danger" href={`#field-${scope ? `${scope}-` : ""}${field}`}>
                {labels[field] ? <b className="block font-semibold">{labels[field]}</b> : null}
                {fields[field]}
              </a>
            </li>
          ) : null,
        )}
      </ul>
      {isLost ? (
        <button
          className={`mt-3 ${buttonStyle("primary", "small")}`}
          onClick={sendAgain}
          type="button"
        >
          {copy.sendAgain}
        </button>
      ) : null}
    </div>
  );
}
