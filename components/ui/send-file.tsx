"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { FormCopy } from "@/lib/core/i18n/form-copy";
import { type ButtonVariant, buttonStyle } from "./button-style";
import { Notice } from "./notice";
import { type FileState, watchFile } from "./watch-file";

type SendFileProps = {
  children: ReactNode;
  copy: FormCopy;
  variant?: ButtonVariant;
  /** The id of another form of the page, which takes the file chosen here along. */
  before?: string;
};

/** Sends the plain form with a file that it stands in, and says that it does; see `watchFile`. Without JavaScript a button. */
export function SendFile({ children, copy, variant, before }: SendFileProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [state, tell] = useState<FileState>({ status: "still" });
  const isSending = state.status === "sending";

  useEffect(() => {
    const form = button.current?.form;
    if (form) return watchFile(form, { before, tell });
  }, [before]);

  // Sent with another form of the page, it may be out of sight.
  useEffect(() => {
    if (state.status !== "still") button.current?.scrollIntoView({ block: "center" });
  }, [state]);

  return (
    <>
      <div className="empty:hidden" role="alert">
        {state.status === "failed" ? (
          <Notice title={state.words ? copy.errorTitle : copy.notSentTitle} tone="danger">
            {state.words ?? copy.notSent}
          </Notice>
        ) : null}
      </div>
      <button
        aria-disabled={isSending || undefined}
        className={buttonStyle(variant)}
        ref={button}
        type="submit"
      >
        {isSending ? copy.saving : children}
      </button>
    </>
  );
}
