import "server-only";
import type postgres from "postgres";

/**
 * Keeps the events of a workflow run in the order in which they became visible, whichever server wrote
 * them. The engine reads them by their ids, which begin with the time of the server that made them: an
 * event of a server that is a millisecond behind, or that waited for a connection, comes to stand before
 * one that another server has acted on already, and no replay fits what was done then. So writers of a
 * run take turns until they commit, and an id that would not be the last is made the next of the last.
 */
export async function orderEngineEvents(sql: postgres.Sql): Promise<void> {
  await sql`
    CREATE OR REPLACE FUNCTION workflow.append_event() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      ulid_end CONSTANT int := length('wevt_') + 26;
      last text;
    BEGIN
      PERFORM pg_advisory_xact_lock(4711003, hashtext(NEW.run_id));
      SELECT max(id) INTO last FROM workflow.workflow_events WHERE run_id = NEW.run_id;
      IF last >= NEW.id THEN
        NEW.id := left(last, ulid_end)
          || lpad((coalesce(nullif(substr(last, ulid_end + 1), ''), '0')::int + 1)::text, 6, '0');
      END IF;
      RETURN NEW;
    END $$`;
  await sql`
    CREATE OR REPLACE TRIGGER append_event BEFORE INSERT ON workflow.workflow_events
    FOR EACH ROW EXECUTE FUNCTION workflow.append_event()`;
}
