import "server-only";

/**
 * What a route that takes a file declares beside itself, in `<what>.upload.json`. The web server reads every such file of
 * `lib` before Next sees the request (`scripts/front/large-body.mjs`). `[slug]` is whose file it is.
 */
export type Upload = {
  /** Where it is posted: `/api/projects/[slug]/files`. */
  address: string;
  /** The form's field that carries the file. */
  field: string;
  mostBytes: number;
  /** The page that the form stands on, without language: `/projects/[slug]#files`. */
  form: string;
  /** Code of `errors` that this page says of a larger file. */
  tooLarge: string;
};

/** The page that the form of an upload stands on, without language; null for an address that cannot be ours. */
export function formOf(upload: Upload, slug: string): string | null {
  return /^[a-z0-9-]{1,120}$/.test(slug) ? upload.form.replace("[slug]", slug) : null;
}
