import { LIMITS } from "../../limits/registry";

/** Whether nothing is heard of a post's run, as SQL. The database's clock decides: servers' clocks differ. */
export const SILENT_RUN = `(status = 'running' AND (heartbeat_at IS NULL
  OR heartbeat_at < now() - make_interval(secs => ${LIMITS.staleSeconds})))`;
