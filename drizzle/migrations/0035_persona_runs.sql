ALTER TABLE "setup_runs" DROP CONSTRAINT "setup_runs_user_id_unique";--> statement-breakpoint
ALTER TABLE "setup_runs" ADD COLUMN "target" text DEFAULT 'setup' NOT NULL;--> statement-breakpoint
ALTER TABLE "setup_runs" ADD COLUMN "core" jsonb;--> statement-breakpoint
ALTER TABLE "setup_runs" ADD CONSTRAINT "setup_runs_user_target" UNIQUE("user_id","target");