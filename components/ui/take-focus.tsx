"use client";

/** Gives the focus, as soon as it is there, to what it stands in: for what is drawn in the place of a form that has gone. */
export const TakeFocus = () => <i ref={(it) => it?.parentElement?.focus()} />;
