/** From each state, where it may go: written by hand and apart from the code. */
export const MOVES = {
  account: {
    pending: "active left",
    active: "suspended lapsed left",
    suspended: "active left",
    lapsed: "active left",
    left: "",
  },
  application: {
    draft: "submitted withdrawn",
    submitted: "under-review withdrawn",
    "under-review": "info-requested approved refused withdrawn",
    "info-requested": "under-review withdrawn",
    approved: "",
    refused: "",
    withdrawn: "",
  },
  /** Requests to join or claim an organisation, and invitations to it. */
  request: { open: "accepted declined withdrawn", accepted: "", declined: "", withdrawn: "" },
  project: {
    draft: "submitted withdrawn",
    submitted: "changes-requested published refused withdrawn",
    "changes-requested": "submitted withdrawn",
    published: "withdrawn archived",
    refused: "archived",
    withdrawn: "draft archived",
    archived: "",
  },
  revision: {
    draft: "submitted withdrawn",
    submitted: "changes-requested published refused withdrawn",
    "changes-requested": "submitted withdrawn",
    published: "",
    refused: "",
    withdrawn: "",
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
