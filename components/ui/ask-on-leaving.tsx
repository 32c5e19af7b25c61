"use client";

import { watchLeaving } from "./watch-leaving";

const watch = (it: HTMLElement | null) => {
  const form = it?.closest("form");
  if (form) return watchLeaving(form, window);
};

/** In a long form that does not save by itself: what was typed is not lost unasked, to another form of its page or to a link. */
export const AskOnLeaving = () => <i hidden ref={watch} />;
