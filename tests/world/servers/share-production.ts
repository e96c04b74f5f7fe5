import postgres from "postgres";
import { inject } from "vitest";
import { createTester, type Tester } from "../tester";

/** The production server that suites share, as one of them sees it: its testers are its own. */
export type SharedProduction = {
  url: string;
  /** Another server on the same database: a run may go on at either. */
  secondUrl: string;
  database: { sql: postgres.Sql };
  sandboxUrl: string;
  tester: (scenario?: string) => Tester;
  /** Lets go of it; the server goes on for the others. */
  stop: () => Promise<void>;
};

/** For suites that neither break the server nor look at rows of others. */
export function shareProduction(): SharedProduction {
  const { production, sandboxUrl } = inject("servers");
  const sql = postgres(production.databaseUrl, { max: 2, onnotice: () => {} });
  return {
    url: production.url,
    secondUrl: production.secondUrl,
    database: { sql },
    sandboxUrl,
    tester: (scenario) => createTester(production.url, scenario),
    stop: () => sql.end({ timeout: 1 }),
  };
}
