CREATE TABLE "user_settings" (
	"user_id" text PRIMARY KEY NOT NULL,
	"default_model" text,
	"default_words" integer,
	"default_language" text,
	"research_depth" text,
	"monthly_cap_usd" numeric(12, 6),
	"cap_set_at" timestamp with time zone,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"muted_notices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_settings_cap_range" CHECK (monthly_cap_usd >= 0 AND monthly_cap_usd <> 'NaN'),
	CONSTRAINT "user_settings_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "user_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "post_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "reserved_usd" numeric(15, 9) DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE POLICY "user_settings_own_rows" ON "user_settings" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));