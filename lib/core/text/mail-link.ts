/** The link by which one writes to an address that somebody typed: no part of it is read as a line of the letter (RFC 6068). */
export const mailLink = (address: string): string =>
  `mailto:${encodeURIComponent(address).replace("%40", "@")}`;
