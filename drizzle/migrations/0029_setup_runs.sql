CREATE TABLE "setup_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"about" text NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"stage" text DEFAULT 'website' NOT NULL,
	"findings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"problem" jsonb,
	"cost_usd" double precision DEFAULT 0 NOT NULL,
	"wait_until" timestamp with time zone,
	"attempt" integer DEFAULT 0 NOT NULL,
	"owner" uuid,
	"heartbeat_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "setup_runs_user_id_unique" UNIQUE("user_id"),
	CONSTRAINT "setup_runs_status" CHECK (status IN ('running', 'done', 'failed', 'stopped')),
	CONSTRAINT "setup_runs_stage" CHECK (stage IN ('website', 'research', 'persona')),
	CONSTRAINT "setup_runs_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "setup_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "setup_runs_keeper" ON "setup_runs" AS PERMISSIVE FOR ALL TO "alwrity_keeper" USING (current_user = 'alwrity_keeper') WITH CHECK (current_user = 'alwrity_keeper');--> statement-breakpoint
CREATE POLICY "setup_runs_own_rows" ON "setup_runs" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));
--> statement-breakpoint
ALTER TABLE "setup_runs" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "setup_runs" TO alwrity_app;--> statement-breakpoint
GRANT SELECT (id, user_id, status, attempt, heartbeat_at) ON "setup_runs" TO alwrity_keeper;
