/**
 * Has the browser ask, in its own words, before the page of a form is left while what was typed in it was not sent, or was
 * refused. Gives what ends it.
 */
export function watchLeaving(form: HTMLFormElement, page: EventTarget): () => void {
  const over = new AbortController();
  const { signal } = over;
  let isChanged = false;
  const ask = (event: Event) => {
    if (!isChanged && form.querySelector("[data-error-summary]") === null) return;
    event.preventDefault();
    // Chromium asked for this alone until 118, as WeChat's browser may still.
    event.returnValue = true;
  };
  const write = () => {
    isChanged = true;
    // Not before it is needed: a page that listens may not be kept for the way back.
    page.addEventListener("beforeunload", ask, { signal });
  };
  const send = () => {
    isChanged = false;
  };
  form.addEventListener("input", write, { signal });
  form.addEventListener("submit", send, { signal });
  return () => over.abort();
}
