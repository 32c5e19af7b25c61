const CODINGS = Object.fromEntries(
  ["br", "gzip"].map((coding) => [
    coding,
    new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:[,;]|$))`, "i"),
  ]),
);

/** Whether a client reads what is packed in such a way (`br`, `gzip`), as it says itself. */
export const accepts = ({ headers }, coding) =>
  CODINGS[coding].test(headers["accept-encoding"] ?? "");
