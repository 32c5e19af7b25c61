const FLIGHT = /<script[^>]*>\(?self\.__next_f[\s\S]*?<\/script>/g;

/** The share of a document, from 0 to 1, that repeats it as data for the browser. */
export function flightShare(html) {
  const flight = html.match(FLIGHT)?.join("") ?? "";
  return html === "" ? 0 : Buffer.byteLength(flight) / Buffer.byteLength(html);
}
