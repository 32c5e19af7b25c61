/** `words` why the file was not taken; null where nothing came back. */
export type FileState =
  | { status: "still" | "sending" }
  | { status: "failed"; words: string | null };

type Browser = Pick<Window, "addEventListener" | "fetch" | "location"> & {
  DOMParser: typeof DOMParser;
  FormData: typeof FormData;
};

/**
 * Sends a plain form with its file and keeps its page until the answer is there, so that a connection which breaks takes
 * nothing along; then the browser goes where it leads. The form of the page with the id `before`, sent while a file is chosen
 * here, waits until this one is taken. Gives what ends it.
 */
export function watchFile(
  form: HTMLFormElement,
  { before, tell }: { before?: string; tell: (state: FileState) => void },
  browser: Browser = window,
): () => void {
  const over = new AbortController();
  const { signal } = over;
  const file = form.querySelector<HTMLInputElement>("[type=file]");
  let isSending = false;
  let isTaken = false;

  /** Why it was not taken, as the page that it led to says. */
  const readWords = async (answer: Response) => {
    const page = new browser.DOMParser().parseFromString(await answer.text(), "text/html");
    return page.getElementById(`${file?.id.replace(/-file$/, "-error")}`)?.textContent ?? null;
  };

  const send = async (waiting: HTMLFormElement | null, pressed: HTMLElement | null) => {
    tell({ status: "sending" });
    const body = new browser.FormData(form);
    const answer = await browser.fetch(form.action, { method: "POST", body, signal });
    if (answer.status >= 500) return tell({ status: "failed", words: null });
    const isRefused = new URL(answer.url).searchParams.has("refused");
    if (waiting && isRefused) return tell({ status: "failed", words: await readWords(answer) });
    // What is no answer of ours the browser asks for itself, to show it.
    if (!answer.redirected) return form.submit();
    isTaken = true;
    if (file) file.value = "";
    if (!waiting) return browser.location.assign(answer.url);
    rest();
    waiting.requestSubmit(pressed);
  };

  /** Back on the page, or still there because one did not want to leave it, another file can be sent. */
  const rest = () => {
    if (isTaken) tell({ status: "still" });
    isTaken = false;
  };
  browser.addEventListener("pageshow", rest, { signal });
  form.addEventListener("change", rest, { signal });

  browser.addEventListener(
    "submit",
    (event) => {
      const sent = event.target as HTMLFormElement;
      const isWaiting = before !== undefined && sent.id === before && Boolean(file?.value);
      if (sent !== form && !isWaiting) return;
      event.preventDefault();
      // React, which listens below, does not send it meanwhile.
      event.stopImmediatePropagation();
      if (isSending || isTaken) return;
      isSending = true;
      send(isWaiting ? sent : null, event.submitter)
        .catch(() => signal.aborted || tell({ status: "failed", words: null }))
        .finally(() => {
          isSending = false;
        });
    },
    { capture: true, signal },
  );
  return () => over.abort();
}
