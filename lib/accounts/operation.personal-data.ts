import { rule, type TableRule } from "./columns.personal-data";

/** What the portal keeps of its own running: nobody is named in it. */
export const OPERATION_DATA: Record<string, TableRule> = {
  deadline_warnings: {
    rows: null,
    columns: rule(["id", "project_id", "kind", "deadline", "created_at"], "impersonal"),
  },
  installation: {
    rows: null,
    columns: rule(
      ["is_only", "id", "auth_fingerprint", "actions_fingerprint", "created_at"],
      "impersonal",
    ),
  },
  public_epoch: { rows: null, columns: rule(["slot", "epoch"], "impersonal") },
  job_runs: {
    rows: null,
    columns: rule(
      ["id", "task", "slot", "started_at", "finished_at", "counts", "error"],
      "impersonal",
    ),
  },
};
