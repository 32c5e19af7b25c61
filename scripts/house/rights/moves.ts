/** From each state, where it may go: written by hand and apart from the code. */
export const MOVES = {
  account: {
    pending: "active left",
    active: "suspended lapsed left",
    suspended: "active left",
    lapsed: "active suspended left",
    left: "",
  },
  application: {
    draft: "submitted withdrawn",
    submitted: "under-review withdrawn",
    "under-review": "submitted info-requested approved refused withdrawn",
    "info-requested": "under-review withdrawn",
    approved: "",
    refused: "",
    withdrawn: "",
  },
  /** Requests to join or claim an organisation, and invitations to it. */
  request: { open: "accepted declined withdrawn", accepted: "", declined: "", withdrawn: "" },
  /** Translations offered to the owner of a project. */
  offer: { open: "accepted declined withdrawn", accepted: "", declined: "", withdrawn: "" },
  roomInvitation: {
    open: "accepted declined withdrawn",
    accepted: "",
    declined: "",
    withdrawn: "",
  },
  /** What is written to members. */
  mailing: { draft: "sending sent", sending: "stopped sent", stopped: "sending", sent: "" },
  entry: {
    draft: "submitted withdrawn",
    submitted: "changes-requested published refused withdrawn",
    "changes-requested": "submitted withdrawn",
    published: "withdrawn archived",
    refused: "archived",
    withdrawn: "draft archived",
    archived: "",
  },
  /** Beside those: of an owner whom its kind trusts. */
  trusted: { draft: "published" },
  revision: {
    draft: "submitted withdrawn",
    submitted: "changes-requested published refused withdrawn",
    "changes-requested": "submitted withdrawn",
    published: "",
    refused: "",
    withdrawn: "",
  },
  introduction: { asked: "accepted not-now ended", accepted: "", "not-now": "", ended: "" },
  interest: {
    sent: "under-review more-info-asked accepted declined withdrawn lapsed",
    "under-review": "more-info-asked accepted declined withdrawn lapsed",
    "more-info-asked": "under-review declined withdrawn lapsed",
    accepted: "in-talks agreement no-agreement",
    "in-talks": "agreement no-agreement",
    declined: "",
    withdrawn: "",
    lapsed: "",
    agreement: "",
    "no-agreement": "",
  },
  progress: {
    idea: "scoping seeking-partners in-progress on-hold dropped",
    scoping: "seeking-partners negotiating in-progress on-hold dropped",
    "seeking-partners": "paused negotiating in-progress on-hold dropped",
    paused: "seeking-partners on-hold dropped",
    negotiating: "seeking-partners in-progress on-hold dropped",
    "in-progress": "seeking-partners completed on-hold dropped",
    completed: "",
    "on-hold": "scoping seeking-partners in-progress dropped",
    dropped: "",
  },
} as const;
