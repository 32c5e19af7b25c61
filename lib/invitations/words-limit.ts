/** Most characters of what a member says to whom they invite, as readers count them. */
export const INVITATION_WORDS = 300;
