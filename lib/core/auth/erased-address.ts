/** How the address of an erased account ends, which is then nobody's and takes no mail (RFC 2606): the one sign of it. */
export const ERASED_ADDRESS = "@erased.invalid";

/** The same for a `like` in SQL. */
export const LIKE_ERASED_ADDRESS = `%${ERASED_ADDRESS}`;
