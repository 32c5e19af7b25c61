type Question = {
  /** Where to ask, with everything but what is typed. */
  source: string;
  pauseMs: number;
  isWatched: (name: string) => boolean;
  /** What is typed, as it follows `source`. */
  query: (typed: FormData) => string;
};

/** Whether an input method is still at work: what stands in the field are the sounds of a Chinese word, not yet the word. */
export const isComposing = (event: Event) => "isComposing" in event && event.isComposing === true;

/**
 * Asks about a form a pause after somebody typed in what is watched; a new question ends the one before. `tell` gets the
 * JSON that came, or null where none did. Gives what ends it.
 */
export function askWhileTyping(
  form: HTMLFormElement,
  { source, pauseMs, isWatched, query }: Question,
  tell: (answer: unknown) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    tell(await answerOf(source + query(new FormData(form)), asked.signal));
  };
  const onInput = (event: Event) => {
    if (!isWatched((event.target as HTMLInputElement).name ?? "")) return;
    clearTimeout(timer);
    if (!isComposing(event)) timer = setTimeout(ask, pauseMs);
  };
  form.addEventListener("input", onInput);
  form.addEventListener("compositionend", onInput);
  return () => {
    clearTimeout(timer);
    asked?.abort();
    form.removeEventListener("input", onInput);
    form.removeEventListener("compositionend", onInput);
  };
}

async function answerOf(address: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(address, { signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
